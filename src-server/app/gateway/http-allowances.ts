// How much each author may ask for over HTTP: the allowance of one connection, whatever they ask (D9.3, D9.4).
import { frameAllowance } from '../../core/delivery/session-frames.ts'
import { fullBucket, isFull, takeTokens } from '../../core/delivery/token-bucket.ts'
import type { Identity } from '../../ports/authenticator.ts'
import type { Clock } from '../../ports/clock.ts'

export type HttpAllowance = {
  /** @returns false for one request too many */
  take(): boolean
  inFlight: number
}

export type HttpAllowances = { of(author: Identity): HttpAllowance }

/** Authors remembered before those who have been quiet are forgotten: their buckets are full again. */
const SWEEP_FROM = 1_024

type Kept = HttpAllowance & { isIdle(): boolean }

export const createHttpAllowances = (clock: Clock): HttpAllowances => {
  const allowances = new Map<string, Kept>()
  let sweepFrom = SWEEP_FROM

  const fresh = (): Kept => {
    let bucket = fullBucket(frameAllowance, clock.now())
    const allowance: Kept = {
      inFlight: 0,
      take() {
        const next = takeTokens(bucket, frameAllowance, 1, clock.now())
        bucket = next ?? bucket
        return next !== undefined
      },
      isIdle: () => allowance.inFlight === 0 && isFull(bucket, frameAllowance, clock.now()),
    }
    return allowance
  }

  const sweep = (): void => {
    for (const [author, allowance] of allowances) if (allowance.isIdle()) allowances.delete(author)
    sweepFrom = Math.max(SWEEP_FROM, allowances.size * 2)
  }

  return {
    of(author) {
      const key = author.kind === 'visitor' ? `v${author.id}` : `a${author.account.id}`
      const found = allowances.get(key)
      if (found) return found
      if (allowances.size >= sweepFrom) sweep()
      const made = fresh()
      allowances.set(key, made)
      return made
    },
  }
}
