// An allowance that refills with time: a burst at once, a rate on average.
import type { EpochMs } from '../../protocol/index.ts'

export type TokenBucket = { readonly tokens: number; readonly at: EpochMs }
export type BucketSize = { readonly perSecond: number; readonly burst: number }

export const fullBucket = (size: BucketSize, now: EpochMs): TokenBucket => ({ tokens: size.burst, at: now })

const refilled = (bucket: TokenBucket, size: BucketSize, now: EpochMs): number =>
  // A clock set back must not take tokens away.
  Math.min(size.burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1_000) * size.perSecond)

/** @returns the bucket after taking `cost`, or undefined when there is not enough in it. */
export const takeTokens = (
  bucket: TokenBucket,
  size: BucketSize,
  cost: number,
  now: EpochMs,
): TokenBucket | undefined => {
  const tokens = refilled(bucket, size, now) - cost
  return tokens < 0 ? undefined : { tokens, at: now }
}

export const isFull = (bucket: TokenBucket, size: BucketSize, now: EpochMs): boolean =>
  refilled(bucket, size, now) >= size.burst
