import { expect, it } from 'vitest'
import { createDice, seededFraction } from '../talk/dice.ts'
import { arrivals, DAY_MS, dayWeight, lunarDateOf } from './shop-calendar.ts'

const FROM_MS = Date.UTC(2024, 0, 1)
const TO_MS = Date.UTC(2026, 0, 1)
const year = (seed: number) => arrivals({ fromMs: FROM_MS, toMs: TO_MS }, 9_000, createDice(seededFraction(seed)))
const share = (times: readonly number[], isSo: (at: Date) => boolean): number =>
  times.filter((at) => isSo(new Date(at))).length / times.length

it('knows Spring Festival', () => {
  expect(lunarDateOf(Date.UTC(2025, 0, 29))).toBe('1/1')
  expect(lunarDateOf(Date.UTC(2026, 1, 17))).toBe('1/1')
  expect(dayWeight(Date.UTC(2026, 1, 17), 0.5)).toBeLessThan(0.4 * dayWeight(Date.UTC(2026, 2, 10), 0.5))
})

it('is busiest on the shopping days and grows', () => {
  const weights = Array.from({ length: 366 }, (_, day) => dayWeight(FROM_MS + day * DAY_MS, 0))
  const busiest = weights.indexOf(Math.max(...weights))
  expect(new Date(FROM_MS + busiest * DAY_MS).toISOString()).toContain('11-11')
  expect(dayWeight(FROM_MS, 1)).toBeGreaterThan(1.8 * dayWeight(FROM_MS, 0))
})

it('brings about as many as asked for, in order, mostly by day and on weekdays', () => {
  const times = year(1)
  expect(times.length).toBeGreaterThan(8_500)
  expect(times.length).toBeLessThan(9_500)
  expect(times).toEqual(times.toSorted((left, right) => left - right))
  expect(share(times, (at) => at.getUTCHours() >= 9 && at.getUTCHours() < 22)).toBeGreaterThan(0.85)
  expect(share(times, (at) => at.getUTCDay() % 6 === 0)).toBeLessThan(2 / 7 - 0.03)
  expect(share(times, (at) => at.getUTCFullYear() === 2025)).toBeGreaterThan(0.55)
})

it('is the same year from the same seed', () => {
  expect(year(5)).toEqual(year(5))
  expect(year(5)).not.toEqual(year(6))
})
