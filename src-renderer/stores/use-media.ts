// Whether the window is wide enough for something, and seen at all; the smaller number also stands in the pages' style sheets.
import { useMemo, useSyncExternalStore } from 'react'

/** CSS px from which the visitor's panel stands beside the conversation instead of over it. */
export const wideFromPx = 1180
/** CSS px from which list and conversation stand side by side. */
export const pairFromPx = 760

function useMedia(query: string): boolean {
  const list = useMemo(() => window.matchMedia(query), [query])
  return useSyncExternalStore(
    (listener) => {
      list.addEventListener('change', listener)
      return () => list.removeEventListener('change', listener)
    },
    () => list.matches,
  )
}

export const useIsWide = (): boolean => useMedia(`(min-width: ${wideFromPx}px)`)
export const useIsPair = (): boolean => useMedia(`(min-width: ${pairFromPx}px)`)

const onVisibility = (listener: () => void): (() => void) => {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

/** False while the window is minimised or its tab lies behind another. */
export const useIsSeen = (): boolean => useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible')
