// The two durations that *Now* shows, picked out of what is measured anyway.
import { createRecentTimes, type RecentTimes } from '../../core/now/recent-times.ts'
import { limits } from '../../protocol/index.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Metrics } from '../../ports/metrics.ts'

export type RunningTimes = {
  /** Told of every observation of a histogram. */
  readonly observe: (...args: Parameters<Metrics['observe']>) => void
  /** From a message arriving over the WebSocket to its acknowledgement leaving. */
  readonly acknowledged: RecentTimes['p99']
  /** Null before the first commit. */
  lastCommitMs(): number | null
}

const MS_PER_SECOND = 1_000
const TENTHS = 10

export const createRunningTimes = (clock: Pick<Clock, 'now'>): RunningTimes => {
  const acknowledged = createRecentTimes({
    windowMs: limits.nowAcknowledgedWindowMs,
    most: limits.nowMostAcknowledged,
  })
  let lastCommitMs: number | null = null
  return {
    observe(name, value) {
      if (name === 'send_to_ack_seconds') acknowledged.add(value * MS_PER_SECOND, clock.now())
      else if (name === 'commit_seconds') lastCommitMs = Math.round(value * MS_PER_SECOND * TENTHS) / TENTHS
    },
    acknowledged: acknowledged.p99,
    lastCommitMs: () => lastCommitMs,
  }
}
