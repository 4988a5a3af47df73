import { expect, it } from 'vitest'
import type { EpochMs } from '../../protocol/index.ts'
import { fullBucket, isFull, takeTokens } from './token-bucket.ts'

const size = { perSecond: 10, burst: 20 }
const at = (ms: number): EpochMs => ms as EpochMs

it('[D9.3] gives the burst at once, then the rate, and never more than the burst', () => {
  let bucket = fullBucket(size, at(0))
  for (let count = 0; count < 20; count += 1) bucket = takeTokens(bucket, size, 1, at(0)) ?? bucket
  expect(takeTokens(bucket, size, 1, at(99))).toBeUndefined()
  expect(takeTokens(bucket, size, 1, at(100))).toBeDefined()
  expect(isFull(bucket, size, at(1_999))).toBe(false)
  expect(isFull(bucket, size, at(2_000))).toBe(true)
  expect(takeTokens(bucket, size, 21, at(60_000))).toBeUndefined()
})

it('[D9.3] a clock set back takes nothing away', () => {
  const bucket = fullBucket(size, at(1_000))
  expect(takeTokens(bucket, size, 20, at(0))).toEqual({ tokens: 0, at: 0 })
})
