// Keeps the bubble off what the page itself has fixed to the bottom of the window: a cookie bar, a "buy now" bar, a button.
import type { Cancel } from '#client/environment.ts'

export type Box = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

const GAP_PX = 12
/** Something taller than this share of the window is a dialog or a cover, not a bar to stand on. */
const MAX_BAR_SHARE = 0.5
/** A bar that came with a click or a new element may slide in; it is looked at again when it has. */
const SETTLED_AFTER_MS = 400

/** @returns how far up the bubble has to go, px; 0 when nothing is in its way. */
export const clearanceOver = (bars: readonly Box[], bubble: Box, windowHeight: number): number => {
  let lift = 0
  for (const bar of bars.toSorted((a, b) => b.top - a.top)) {
    const isBar = bar.bottom - bar.top <= windowHeight * MAX_BAR_SHARE && bar.top > windowHeight * MAX_BAR_SHARE
    const isBeside = bar.right <= bubble.left || bar.left >= bubble.right
    const isApart = bar.top >= bubble.bottom - lift || bar.bottom <= bubble.top - lift
    if (isBar && !isBeside && !isApart) lift = bubble.bottom + GAP_PX - bar.top
  }
  return Math.max(0, Math.round(lift))
}

const isFixed = (element: Element): boolean => /fixed|sticky/u.test(getComputedStyle(element).position)

/** What is fixed to the page in the column where the bubble wants to stand, in the lower half of the window. */
const barsAround = (host: Element, bubble: Box): readonly Box[] => {
  const bars = new Set<Element>()
  for (let y = innerHeight - 2; y > innerHeight * MAX_BAR_SHARE; y -= 24)
    for (const element of document.elementsFromPoint((bubble.left + bubble.right) / 2, y))
      for (let at: Element | null = element; at && at !== host; at = at.parentElement) if (isFixed(at)) bars.add(at)
  return [...bars].map((bar) => bar.getBoundingClientRect())
}

export type ClearanceOptions = {
  readonly host: Element
  /** Where the bubble stands when nothing is in its way. */
  readonly bubble: () => Box
  readonly after: (delayMs: number, task: () => void) => Cancel
  readonly lift: (px: number) => void
}

export const watchClearance = ({ host, bubble, after, lift }: ClearanceOptions): void => {
  let cancel: Cancel | undefined
  const look = (): void => {
    const place = bubble()
    lift(clearanceOver(barsAround(host, place), place, innerHeight))
  }
  const lookSoon = (): void => {
    cancel?.()
    requestAnimationFrame(look)
    cancel = after(SETTLED_AFTER_MS, look)
  }
  lookSoon()
  window.addEventListener('resize', lookSoon, { passive: true })
  document.addEventListener('click', lookSoon, { passive: true, capture: true })
  new MutationObserver(lookSoon).observe(document.body, { childList: true })
}
