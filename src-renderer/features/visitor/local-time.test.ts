import { expect, it } from 'vitest'
import { hoursAhead, zoneOffsetMs } from './local-time.ts'

const winter = Date.UTC(2026, 0, 15, 12)
const summer = Date.UTC(2026, 6, 15, 12)
const hour = 3_600_000

it.each([
  ['Asia/Shanghai', winter, 8],
  ['Europe/London', winter, 0],
  ['Europe/London', summer, 1],
  ['America/St_Johns', winter, -3.5],
  ['Asia/Kathmandu', summer, 5.75],
  ['UTC', summer, 0],
])('[D4.12] %s is told as its clock shows it', (zone, at, hours) => {
  expect(zoneOffsetMs(zone, at)).toBe(hours * hour)
})

it.each(['Mars/Olympus', '', '<b>', 'Asia/Shanghai\u202e'])('[D4.12] %j is no zone', (zone) => {
  expect(zoneOffsetMs(zone, winter)).toBeUndefined()
})

it('[D4.12] says how far their clock is from ours', () => {
  expect(hoursAhead(8 * hour, -3.5 * hour)).toBe(11.5)
  expect(hoursAhead(0, hour)).toBe(-1)
})
