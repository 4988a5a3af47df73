import { expect, it } from 'vitest'
import { limits, type EpochMs } from '../../protocol/index.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { createQueuePace } from './queue-pace.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const at = (ms: number): EpochMs => (1_750_000_000_000 + ms) as EpochMs

/** Ten wait; every 30 s the first is served and another joins at the end. */
const steady = (minutes: number) => {
  const pace = createQueuePace()
  for (let length = 1; length <= 10; length += 1) pace.joined(length, length, at(0))
  for (let now = 30 * SECOND; now <= minutes * MINUTE; now += 30 * SECOND) {
    pace.left(1, 10, 5 * MINUTE, at(now))
    pace.joined(10, 10, at(now))
  }
  return pace
}

it('[D7.21] unknown stays unknown: before anybody was served, and when it is long ago', () => {
  expect(createQueuePace().estimate(1, at(0))).toBeUndefined()
  expect(steady(1).estimate(1, at(MINUTE))).toBeUndefined()
  const pace = steady(60)
  expect(pace.estimate(1, at(60 * MINUTE))).toBeDefined()
  expect(pace.estimate(0, at(60 * MINUTE))).toBeUndefined()
  expect(pace.estimate(1, at(60 * MINUTE + 6 * limits.paceHalfLifeMs))).toBeUndefined()
})

it('[D7.21] a steady queue: the position times the time between two departures', () => {
  const estimate = steady(120).estimate(4, at(120 * MINUTE))
  expect((estimate?.expectedMs ?? 0) / SECOND).toBeCloseTo(120, -1)
  expect(estimate?.atMostMs).toBeGreaterThan(estimate?.expectedMs ?? Number.POSITIVE_INFINITY)
})

it('[D7.21] when nothing moves any more the estimate grows; who overtakes makes it longer', () => {
  const expectedAt = (pace: ReturnType<typeof steady>, ms: number): number => pace.estimate(4, at(ms))?.expectedMs ?? 0
  const stuck = steady(60)
  const moving = expectedAt(stuck, 60 * MINUTE)
  expect(expectedAt(stuck, 70 * MINUTE)).toBeGreaterThan(1.2 * moving)
  const overtaken = steady(60)
  const before = expectedAt(overtaken, 60 * MINUTE)
  for (let index = 0; index < 5; index += 1) overtaken.joined(1, 11 + index, at(60 * MINUTE))
  expect(expectedAt(overtaken, 60 * MINUTE)).toBeGreaterThan(1.05 * before)
})

it('[D7.21] who never waited says nothing about the pace', () => {
  const pace = createQueuePace()
  for (let index = 0; index < 100; index += 1) {
    pace.joined(1, 1, at(index * MINUTE))
    pace.left(1, 1, 5, at(index * MINUTE + 5))
  }
  expect(pace.estimate(1, at(100 * MINUTE))).toBeUndefined()
})

it('[D7.21] a clock that is set back makes no time', () => {
  const pace = steady(60)
  const before = pace.estimate(3, at(60 * MINUTE))
  expect(pace.estimate(3, at(0))).toEqual(before)
})

it('[D7.21] at a steady pace nine of ten and more wait no longer than the bound', () => {
  const random = createSeededRandom(1)
  const pauseMs = (): number => -Math.log(1 - random.fraction()) * 20 * SECOND
  let kept = 0
  const rounds = 1_000
  for (let round = 0; round < rounds; round += 1) {
    const pace = createQueuePace()
    for (let length = 1; length <= 6; length += 1) pace.joined(length, length, at(0))
    let now = 0
    for (let served = 0; served < 30; served += 1) {
      now += pauseMs()
      pace.left(1, 6, MINUTE, at(now))
      pace.joined(6, 6, at(now))
    }
    let waitedMs = 0
    for (let ahead = 0; ahead < 6; ahead += 1) waitedMs += pauseMs()
    if (waitedMs <= (pace.estimate(6, at(now))?.atMostMs ?? 0)) kept += 1
  }
  expect(kept / rounds).toBeGreaterThan(0.9)
  expect(kept / rounds).toBeLessThan(0.995)
})
