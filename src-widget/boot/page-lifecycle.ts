// The page's life as the browser tells it: seen, out of sight, put aside, taken up again.

/** Browsers slow down a hidden page's timers after a minute or so. */
const AWAY_AFTER_MS = 60_000

export type PageLife = {
  readonly isVisible: () => boolean
  /** Out of sight for so long that its timers cannot be trusted. */
  readonly isAway: () => boolean
}

export type PageLifeEvents = {
  readonly seen: () => void
  /** The page goes away or to sleep: from here on nothing runs. */
  readonly left: () => void
  readonly resumed: () => void
}

export const watchPageLife = (now: () => number): PageLife & { readonly listen: (events: PageLifeEvents) => void } => {
  const isVisible = (): boolean => document.visibilityState === 'visible'
  let hiddenSince = isVisible() ? undefined : now()
  document.addEventListener('visibilitychange', () => (hiddenSince = isVisible() ? undefined : now()))
  return {
    isVisible,
    isAway: () => hiddenSince !== undefined && now() - hiddenSince > AWAY_AFTER_MS,
    listen({ seen, left, resumed }) {
      document.addEventListener('visibilitychange', () => isVisible() && seen())
      window.addEventListener('focus', seen)
      window.addEventListener('pagehide', left)
      document.addEventListener('freeze', left)
      window.addEventListener('pageshow', ({ persisted }) => persisted && resumed())
      document.addEventListener('resume', resumed)
    },
  }
}
