// Whether one's own words may still be changed, and until when by the clock on the wall. Renders once more when the time is over.
import { limits, type EpochMs } from '#protocol'
import { useEffect, useState } from 'react'
import { useClient } from './desk.ts'
import { changeableForMs } from './own-words.ts'

/** How far the server's clock is ahead of ours. */
export const useClockAhead = (): number => useClient((state) => state.clockAheadMs ?? 0)

/** @param at the server's time; undefined for what is not stored yet. */
export function useChangeable(at: EpochMs | undefined): {
  readonly isInTime: boolean
  readonly until: number | undefined
} {
  const ahead = useClockAhead()
  const [now, setNow] = useState(Date.now)
  const left = changeableForMs(at, now + ahead)
  useEffect(() => {
    if (at === undefined || left === 0) return undefined
    const timer = window.setTimeout(() => setNow(Date.now()), changeableForMs(at, Date.now() + ahead) + 50)
    return () => window.clearTimeout(timer)
  }, [at, left, ahead])
  return { isInTime: left > 0, until: at === undefined ? undefined : at + limits.reviseWithinMs - ahead }
}
