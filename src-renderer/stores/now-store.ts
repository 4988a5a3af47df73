// One ticking second for everything that counts up. Only what calls useNow renders again, and nothing ticks while nobody looks.
import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let nowMs = Date.now()
let timer: number | undefined

function tick(): void {
  nowMs = Date.now()
  // Aligned to the second, so that all clocks turn at once and none skips a number.
  timer = window.setTimeout(tick, 1000 - (nowMs % 1000))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) tick()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    window.clearTimeout(timer)
    timer = undefined
  }
}

const read = (): number => nowMs

/** Now in ms since 1970, renewed each second. Call it in the smallest component that shows it. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read)
}

const minuteMs = 60_000
const readMinute = (): number => nowMs - (nowMs % minuteMs)

/** The running minute: for day names and stamps, which do not need a second's precision. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, readMinute)
}
