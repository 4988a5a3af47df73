// Draws the widget whenever something it shows has changed, and does what can only be done to the drawn page: focus, and the
// panel's place above a phone's keyboard.
import { createDrawing } from '../dom/draw.ts'
import { h } from '../dom/element.ts'
import { bubbleWordsOf } from '../i18n/locale.ts'
import { App } from './app.tsx'
import { focusedIn } from './focus.ts'
import type { WantedPart } from '../parts/wanted-part.ts'
import type { FrameParts, PanelContent, PanelPart } from './frame.ts'
import { fullScreenQuery } from './full-screen-query.ts'
import type { Widget } from './widget.ts'

export const startScreen = (widget: Widget, panel: WantedPart<PanelPart>, place: Element): void => {
  const { client, isOpen, options, locale, scheme, isSoundOn, agentNames, deskName } = widget
  const drawing = createDrawing(place)
  const smallScreen = window.matchMedia(fullScreenQuery)
  const parts: FrameParts = {}
  let content: PanelContent | undefined
  /** What stood in the panel when it was drawn last. */
  let drawn: PanelContent | 'frame' | undefined
  let isQueued = false

  const isFull = (): boolean => smallScreen.matches && options.mode === 'bubble'

  /** A phone's keyboard covers the page without making it smaller: a full-screen panel keeps to what is left in sight. */
  const fitPanel = (): void => {
    const viewport: VisualViewport | null = window.visualViewport
    const style = parts.panel?.style
    if (!style || !viewport) return
    // Zoomed in by two fingers: the panel stays as it is and is looked at in parts.
    const isFitted = isFull() && viewport.scale < 1.01
    style.height = isFitted ? `${viewport.height}px` : ''
    style.top = isFitted ? `${viewport.offsetTop}px` : ''
  }

  /** Nothing that the visitor did meanwhile is undone: the content takes the focus from the frame only. */
  const moveFocus = (wasDrawn: typeof drawn, hadFocus: boolean): void => {
    if (!drawn) return void (hadFocus && parts.launcher?.focus({ preventScroll: true }))
    if (!wasDrawn) fitPanel()
    if (wasDrawn === drawn || !widget.mayFocus()) return
    if (!wasDrawn) parts.panel?.focus({ preventScroll: true })
    if (parts.panel && focusedIn(parts.panel) === parts.panel) content?.focus()
  }

  const draw = (): void => {
    isQueued = false
    const wasDrawn = drawn
    const focused = parts.panel && focusedIn(parts.panel)
    const hadFocus = wasDrawn !== undefined && parts.panel?.contains(focused ?? null) === true
    content ??= panel.get()?.createPanelContent({ widget, parts, root: place.getRootNode(), redraw })
    drawn = isOpen.get() ? (content ?? 'frame') : undefined
    const stays = drawn === wasDrawn ? drawn : undefined
    if (typeof stays === 'object') stays.beforeDraw()
    const words = bubbleWordsOf(locale.get())
    const shown = {
      widget,
      panel,
      state: client.state(),
      words,
      locale: locale.get(),
      isFull: isFull(),
      parts,
      content,
    }
    drawing(<App frame={shown} />)
    if (typeof drawn === 'object') drawn.afterDraw()
    moveFocus(wasDrawn, hadFocus)
  }

  /** Several changes of one turn are drawn once. */
  const redraw = (): void => {
    if (isQueued) return
    isQueued = true
    queueMicrotask(draw)
  }

  for (const source of [client, locale, scheme, isSoundOn, agentNames, deskName, isOpen, panel])
    source.subscribe(redraw)
  smallScreen.addEventListener('change', () => {
    redraw()
    fitPanel()
  })
  document.addEventListener('visibilitychange', redraw)
  window.visualViewport?.addEventListener('resize', fitPanel)
  window.visualViewport?.addEventListener('scroll', fitPanel)
  draw()
}
