// Durations of the last while, for a running median or percentile: bounded in time and in number, oldest out first.
import type { EpochMs } from '../../protocol/index.ts'
import { medianOf, nthSmallest } from '../routing/median.ts'

export type RecentTimes = {
  add(tookMs: number, at: EpochMs): void
  /** Null of none. */
  median(now: EpochMs): { readonly ms: number | null; readonly count: number }
  /** The smallest that 99 of 100 do not exceed; null of none. */
  p99(now: EpochMs): { readonly ms: number | null; readonly count: number }
}

/** `most`: of more, the newest. */
export const createRecentTimes = ({
  windowMs,
  most,
}: {
  readonly windowMs: number
  readonly most: number
}): RecentTimes => {
  const took = new Float64Array(most)
  const when = new Float64Array(most)
  let added = 0

  const within = (now: EpochMs): Float64Array => {
    const kept = new Float64Array(Math.min(added, most))
    let count = 0
    for (let index = 0; index < kept.length; index += 1) {
      const at = when[index] ?? 0
      // One from after now was noted before the clock was set back.
      if (at <= now - windowMs || at > now) continue
      kept[count] = took[index] ?? 0
      count += 1
    }
    return kept.subarray(0, count)
  }
  const answer = (values: Float64Array, ms: number) => ({
    ms: values.length === 0 ? null : Math.round(ms),
    count: values.length,
  })

  return {
    add(tookMs, at) {
      took[added % most] = Math.max(0, tookMs)
      when[added % most] = at
      added += 1
    },
    median(now) {
      const values = within(now)
      return answer(values, medianOf(values))
    },
    p99(now) {
      const values = within(now)
      return answer(values, nthSmallest(values, Math.ceil(values.length * 0.99) - 1))
    },
  }
}
