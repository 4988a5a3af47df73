// Draws the widget whenever something it shows has changed, and does what can only be done to the drawn page: focus, scroll
// position, the field's height, read marks.
import type { FileKey } from '#protocol'
import type { Cancel } from '#client/environment.ts'
import { createComposition } from '../compose/composition.ts'
import { marksToMove } from '../conversation/unread.ts'
import { createDrawing } from '../dom/draw.ts'
import { h } from '../dom/element.ts'
import { wordsOf } from '../i18n/words.ts'
import { createTimeWords, type TimeWords } from '../text/time-words.ts'
import { App } from './app.tsx'
import { focusedIn } from './focus.ts'
import { fullScreenQuery } from './full-screen-query.ts'
import { createMemo } from './memo.ts'
import { loadEarlier } from './message-list.tsx'
import { createStickyScroll } from './sticky-scroll.ts'
import type { Local, Parts, View } from './view.ts'
import type { Widget } from './widget.ts'

/** On a touch screen the field would call up the keyboard over the greeting. */
const isTouch = (): boolean => window.matchMedia('(pointer: coarse)').matches

export const startScreen = (widget: Widget, place: Element): void => {
  const { client, isOpen, options } = widget
  const drawing = createDrawing(place)
  const smallScreen = window.matchMedia(fullScreenQuery)
  const parts: Parts = {}
  const timeWords = createMemo<TimeWords>()
  const scroll = createStickyScroll(
    () => redraw(),
    () => loadEarlier({ state: client.state(), widget }),
  )
  const composition = createComposition({
    client,
    drafts: widget.drafts,
    uploads: widget.uploads,
    after: widget.after,
    isWriting: () => parts.field !== undefined && focusedIn(parts.field) === parts.field,
  })
  let local: Local = { isPickingEmoji: false, isDropping: false, copied: undefined, broken: new Set<FileKey>() }
  let isDrawn = false
  let isQueued = false
  let cancelTick: Cancel | undefined

  const isFull = (): boolean => smallScreen.matches && options.mode === 'bubble'

  const takeView = (): View => {
    const locale = widget.locale.get()
    return {
      widget,
      state: client.state(),
      words: wordsOf(locale),
      locale,
      time: timeWords([locale], () => createTimeWords(locale)),
      composition,
      scroll,
      isFull: isFull(),
      local,
      set: (change) => {
        local = { ...local, ...change }
        redraw()
      },
      parts,
    }
  }

  const fitField = (): void => {
    const { field } = parts
    if (!field) return
    field.style.height = '0'
    field.style.height = `${field.scrollHeight}px`
  }

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

  const markRead = (): void => {
    if (!isOpen.get() || !scroll.isAtEnd() || document.visibilityState !== 'visible') return
    for (const { conversation, upTo } of marksToMove(client.state().conversations)) client.markRead(conversation, upTo)
  }

  /** The countdown to the next try, once a second. */
  const tick = (): void => {
    cancelTick?.()
    const { link } = client.state()
    const leftMs = link.kind === 'waiting' && isOpen.get() ? link.retryAt - widget.now() : 0
    cancelTick = leftMs > 0 ? widget.after((leftMs % 1000) + 1, redraw) : undefined
  }

  const draw = (): void => {
    isQueued = false
    const wasDrawn = isDrawn
    isDrawn = isOpen.get()
    const focused = parts.panel && focusedIn(parts.panel)
    const hadFocus = wasDrawn && parts.panel?.contains(focused ?? null)
    if (wasDrawn && isDrawn) scroll.beforeDraw()
    drawing(<App view={takeView()} />)
    if (isDrawn) {
      if (!wasDrawn) fitPanel()
      fitField()
      scroll.afterDraw(client.state().outbox.at(-1)?.cid ?? '')
      if (!wasDrawn && widget.mayFocus()) (isTouch() ? parts.panel : parts.field)?.focus({ preventScroll: true })
    } else if (hadFocus) parts.launcher?.focus({ preventScroll: true })
    markRead()
    tick()
  }

  /** Several changes of one turn are drawn once. */
  const redraw = (): void => {
    if (isQueued) return
    isQueued = true
    queueMicrotask(draw)
  }

  const { locale, scheme, isSoundOn, readAnnouncement, agentNames, deskName } = widget
  for (const source of [client, locale, scheme, isSoundOn, readAnnouncement, agentNames, deskName, isOpen, composition])
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
