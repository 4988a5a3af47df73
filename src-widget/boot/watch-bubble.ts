// Ties the bubble to the page around it: lifted over bars, and the page's title on a page of its own.
import { bubbleWordsOf } from '../i18n/locale.ts'
import type { Widget } from '../ui/widget.ts'
import { watchClearance, type Box } from './bar-clearance.ts'

const BUBBLE_PX = 56

export const watchBubble = (widget: Widget, host: HTMLElement): void => {
  const { options, locale, deskName } = widget
  if (options.mode === 'page') {
    const nameTab = (): void => {
      document.title = options.title ?? deskName.get() ?? bubbleWordsOf(locale.get()).deskName
      document.documentElement.lang = locale.get()
    }
    nameTab()
    deskName.subscribe(nameTab)
    return
  }
  const bubble = (): Box => {
    const bottom = innerHeight - options.offset.y
    const left = options.position === 'left' ? options.offset.x : innerWidth - options.offset.x - BUBBLE_PX
    return { left, right: left + BUBBLE_PX, bottom, top: bottom - BUBBLE_PX }
  }
  watchClearance({ host, bubble, after: widget.after, lift: (px) => host.style.setProperty('--lift', `${px}px`) })
}
