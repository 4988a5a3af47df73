// What one drawing of the first part shows, taken once so that all parts agree: the bubble, and the panel's frame around its
// content, which comes as the second part.
import type { ClientState } from '#client/client-state.ts'
import type { BubbleWords } from '../i18n/bubble-en.ts'
import type { Child } from '../dom/element.ts'
import type { Locale } from '../i18n/locale.ts'
import type { WantedPart } from '../parts/wanted-part.ts'
import type { Widget } from './widget.ts'

/** Elements that are reached by name. */
export type FrameParts = {
  launcher?: HTMLElement
  panel?: HTMLElement
}

export type Frame = {
  readonly widget: Widget
  readonly panel: WantedPart<PanelPart>
  readonly state: ClientState
  readonly words: BubbleWords
  readonly locale: Locale
  /** The panel covers the window. */
  readonly isFull: boolean
  readonly parts: FrameParts
  /** Undefined until the second part is there. */
  readonly content: PanelContent | undefined
}

export type FrameProps = { readonly frame: Frame }

/** The panel's content while it stands on the page. */
export type PanelContent = {
  describe(frame: Frame): Child
  /** What the whole panel takes for it. */
  readonly handlers: Pick<JSX.IntrinsicElements['section'], 'ondragleave' | 'ondragover' | 'ondrop' | 'onpaste'>
  /** @returns whether something inside was open and is closed now. */
  closeInnermost(): boolean
  /** While the old elements still stand. */
  beforeDraw(): void
  afterDraw(): void
  /** The panel was opened by hand. */
  focus(): void
}

/** What the second part offers, all of it. */
export type PanelPart = {
  createPanelContent(host: PanelHost): PanelContent
}

export type PanelHost = {
  readonly widget: Widget
  readonly parts: FrameParts
  /** Where its styles belong. */
  readonly root: Node
  readonly redraw: () => void
}
