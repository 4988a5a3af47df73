import { expect, it } from 'vitest'
import type { EpochMs } from '../../protocol/index.ts'
import { createRecentTimes } from './recent-times.ts'

const at = (ms: number): EpochMs => ms as EpochMs

it('[D8.11] the 99th percentile is one that was measured, and 99 of 100 do not exceed it', () => {
  const times = createRecentTimes({ windowMs: 1_000, most: 200 })
  expect(times.p99(at(1))).toEqual({ ms: null, count: 0 })
  for (let ms = 100; ms >= 1; ms -= 1) times.add(ms, at(1))
  expect(times.p99(at(2))).toEqual({ ms: 99, count: 100 })
  expect(times.median(at(2))).toEqual({ ms: 51, count: 100 })
})

it('[D8.11] of more than it keeps it knows the newest, and nothing older than its window', () => {
  const times = createRecentTimes({ windowMs: 100, most: 3 })
  for (const [ms, when] of [
    [900, 10],
    [1, 20],
    [2, 30],
    [3, 40],
  ] as const)
    times.add(ms, at(when))
  expect(times.p99(at(50))).toEqual({ ms: 3, count: 3 })
  expect(times.median(at(125))).toEqual({ ms: 3, count: 2 })
  expect(times.median(at(140))).toEqual({ ms: null, count: 0 })
})
