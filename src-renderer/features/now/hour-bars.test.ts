import { expect, it } from 'vitest'
import type { EpochMs } from '#protocol'
import type { NowSample } from '#protocol/now-schemas.ts'
import { hourBars } from './hour-bars.ts'

const sample = (at: number, messages: number): NowSample => ({
  at: at as EpochMs,
  visitors: 0,
  waiting: 0,
  messages,
  connections: 0,
  firstResponseMs: null,
  acknowledgedMs: null,
})
const minute = 60_000

it('[look] an hour is always sixty bars wide, the newest at the end, holes where nothing was counted', () => {
  const samples = [sample(97 * minute, 5), sample(99 * minute + 40, 0), sample(100 * minute, 7)]
  const bars = hourBars({ everyMs: minute, samples }, 'messages', 100.5 * minute)
  expect(bars.map(({ value }) => value).slice(-5)).toEqual([null, 5, null, 0, 7])
  expect(bars).toHaveLength(60)
  expect([bars[0]?.at, bars[59]?.at]).toEqual([41 * minute, 100 * minute])
  expect(bars.filter(({ hasTick }) => hasTick)).toHaveLength(6)
  expect(hourBars({ everyMs: minute, samples }, 'firstResponseMs', 0).every(({ value }) => value === null)).toBe(true)
})
