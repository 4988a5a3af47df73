// Keeps a growing list where the reader is: at the end if they were there, else on the message they were reading, whatever is
// added above or below.

/** Nearer to the end than this counts as being there, px. */
const END_WITHIN = 32
/** Nearer to the beginning than this asks for earlier messages, px. */
const START_WITHIN = 160

type Anchor = { readonly key: string | undefined; readonly top: number }

export type StickyScroll = {
  attach(list: HTMLElement): void
  isAtEnd(): boolean
  toEnd(): void
  /** While the old elements still stand. */
  beforeDraw(): void
  /** @param ownKey names the newest message on its way, '' without one: whoever sends something wants to see it. */
  afterDraw(ownKey: string): void
}

const messages = (list: Element): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-key]')]
const topOf = (element: Element): number => element.getBoundingClientRect().top

export const createStickyScroll = (moved: () => void, nearStart: () => void): StickyScroll => {
  let list: HTMLElement | undefined
  let isAtEnd = true
  let anchor: Anchor | undefined
  let lastOwnKey: string | undefined

  const toEnd = (): void => {
    isAtEnd = true
    if (list) list.scrollTop = list.scrollHeight
  }

  return {
    attach(next) {
      list = next
      isAtEnd = true
      const follow = new ResizeObserver(() => isAtEnd && toEnd())
      for (const element of [next, ...next.children]) follow.observe(element)
      next.onscroll = () => {
        const wasAtEnd = isAtEnd
        isAtEnd = next.scrollHeight - next.scrollTop - next.clientHeight < END_WITHIN
        if (isAtEnd !== wasAtEnd) moved()
        if (next.scrollTop < START_WITHIN) nearStart()
      }
    },
    isAtEnd: () => isAtEnd,
    toEnd,
    beforeDraw() {
      const edge = list?.isConnected ? topOf(list) : 0
      const first = list && messages(list).find((message) => message.getBoundingClientRect().bottom > edge)
      anchor = first && { key: first.dataset['key'], top: topOf(first) }
    },
    afterDraw(ownKey) {
      const isNew = ownKey !== '' && lastOwnKey !== undefined && ownKey !== lastOwnKey
      lastOwnKey = ownKey || (lastOwnKey ?? '')
      if (isAtEnd || isNew) return toEnd()
      const same = list && messages(list).find((message) => message.dataset['key'] === anchor?.key)
      if (list && same && anchor) list.scrollTop += topOf(same) - anchor.top
    },
  }
}
