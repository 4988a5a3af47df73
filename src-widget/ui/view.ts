// What one drawing shows, taken once so that all parts agree, and what parts may change.
import type { Cid, FileKey } from '#protocol'
import type { ClientState } from '#client/client-state.ts'
import type { Composition } from '../compose/composition.ts'
import type { Words } from '../i18n/en.ts'
import type { Locale } from '../i18n/words.ts'
import type { TimeWords } from '../text/time-words.ts'
import type { StickyScroll } from './sticky-scroll.ts'
import type { Widget } from './widget.ts'

/** What only this screen knows. */
export type Local = {
  readonly isPickingEmoji: boolean
  readonly isDropping: boolean
  readonly copied: Cid | undefined
  /** Images that could not be shown. */
  readonly broken: ReadonlySet<FileKey>
}

/** Elements that are reached by name. */
export type Parts = {
  launcher?: HTMLElement
  panel?: HTMLElement
  field?: HTMLTextAreaElement
  emojiButton?: HTMLElement
  picker?: HTMLInputElement
}

export type View = {
  readonly widget: Widget
  readonly state: ClientState
  readonly words: Words
  readonly locale: Locale
  readonly time: TimeWords
  readonly composition: Composition
  readonly scroll: StickyScroll
  /** The panel covers the window. */
  readonly isFull: boolean
  readonly local: Local
  readonly set: (change: Partial<Local>) => void
  readonly parts: Parts
}

export type ViewProps = { readonly view: View }
