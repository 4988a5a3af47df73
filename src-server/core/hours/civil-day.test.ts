import { expect, it } from 'vitest'
import { civilDay } from './civil-day.ts'

const HOUR_MS = 3_600_000
const told = (date: string, zone: string) => {
  const { from, until } = civilDay(date, zone)
  return [new Date(from).toISOString(), (until - from) / HOUR_MS]
}

it('[D8.7] a day is from midnight to midnight of its zone, 23 or 25 hours where the clock is changed', () => {
  expect(told('2026-10-01', 'UTC')).toEqual(['2026-10-01T00:00:00.000Z', 24])
  expect(told('2026-10-01', 'Asia/Shanghai')).toEqual(['2026-09-30T16:00:00.000Z', 24])
  expect(told('2026-03-29', 'Europe/Berlin')).toEqual(['2026-03-28T23:00:00.000Z', 23])
  expect(told('2026-10-25', 'Europe/Berlin')).toEqual(['2026-10-24T22:00:00.000Z', 25])
  expect(told('2026-12-31', 'America/New_York')).toEqual(['2026-12-31T05:00:00.000Z', 24])
})
