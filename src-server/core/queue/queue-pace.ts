// How fast a group's queue moves, learned from how fast it moved, and what that means for somebody who waits in it.
import { limits, type EpochMs } from '../../protocol/index.ts'

export type WaitEstimate = {
  /** Mean of what is to be expected. */
  readonly expectedMs: number
  /** Nine of ten wait no longer, as far as the pace stays as it was. */
  readonly atMostMs: number
}

/** Positions count from 1, which is next. */
export type QueuePace = {
  /** `length`: with the one who joined. */
  joined(position: number, length: number, now: EpochMs): void
  /** `length`: with the one who left. `waitedMs`: in this queue, this time; null for who left without an agent. */
  left(position: number, length: number, waitedMs: number | null, now: EpochMs): void
  /** @returns undefined while the pace is unknown. */
  estimate(position: number, now: EpochMs): WaitEstimate | undefined
}

/** 90 % of the normal distribution lies below this many standard deviations. */
const Z90 = 1.2816

/**
 * SPEC D7.21. While people wait, every place that becomes free takes one of them, so the queue's own movement shows the
 * group's capacity as it is now: absences, agents shared with other groups and slow days included. In `b` ms during which
 * somebody waited, those who waited came forward by `d` positions: each departure counts the share of them that stood
 * behind it, each arrival ahead of others (priority, requeued) counts against it. With both decayed at half-life
 * `paceHalfLifeMs`, whoever is at position k is expected to wait
 *
 *     k · b / d
 *
 * which is Whitt's queue-length predictor (q + 1) / (s μ) with the rate s μ measured instead of assumed (W. Whitt,
 * "Predicting queueing delays", Management Science 45(6), 1999; R. Ibrahim and W. Whitt, "Real-time delay estimation based
 * on delay history", M&SOM 11(3), 2009, on what to do when s and μ are not known). The bound is the 90 % quantile of the
 * ratio of the two gamma variables behind it (k more steps, d seen ones) in the cube-root approximation of E. Wilson and
 * M. Hilferty (1931), relative variance `paceVariance` × (1/k + 1/d): in simulated days, with shifts, absences and
 * requeued visitors, 1 kept 76 % below the bound, 3 keeps 86 %, 5 keeps 90 %. Below `minPaceDepartures` nothing is known, and unknown it is called.
 */
export const createQueuePace = (): QueuePace => {
  let steps = 0
  let busyMs = 0
  let isBusy = false
  let countedAt = 0 as EpochMs

  const count = (now: EpochMs): void => {
    // A clock that was set back makes no time.
    const elapsedMs = Math.max(0, now - countedAt)
    countedAt = now
    if (elapsedMs === 0) return
    const kept = 2 ** (-elapsedMs / limits.paceHalfLifeMs)
    steps *= kept
    // What was added is decayed too, each moment of it for as long as it is ago.
    const added = isBusy ? ((1 - kept) * limits.paceHalfLifeMs) / Math.LN2 : 0
    busyMs = busyMs * kept + added
  }

  return {
    joined(position, length, now) {
      count(now)
      isBusy = true
      if (length > 1) steps -= (length - position) / (length - 1)
    },
    left(position, length, waitedMs, now) {
      count(now)
      isBusy = length > 1
      if (length > 1) steps += (length - position) / (length - 1)
      // Who was alone and served at once has not waited for anybody, and says nothing about the pace of a queue.
      else if (waitedMs !== null && waitedMs >= limits.paceFromWaitMs) steps += 1
    },
    estimate(position, now) {
      count(now)
      if (position < 1 || steps < limits.minPaceDepartures) return undefined
      const expectedMs = (position * busyMs) / steps
      const ninth = (limits.paceVariance * (1 / position + 1 / steps)) / 9
      return { expectedMs, atMostMs: expectedMs * (1 - ninth + Z90 * Math.sqrt(ninth)) ** 3 }
    },
  }
}
