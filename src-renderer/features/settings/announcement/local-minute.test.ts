import { expect, it } from 'vitest'
import { fromLocalMinute, toLocalMinute, usualEnd } from './local-minute.ts'

it('a minute survives the field', () => {
  for (const at of [Date.UTC(2026, 0, 1, 0, 0), Date.UTC(2026, 6, 31, 21, 59)])
    expect(fromLocalMinute(toLocalMinute(at))).toBe(at)
})

it('what is not typed whole is no moment', () => {
  expect(fromLocalMinute('')).toBeUndefined()
  expect(fromLocalMinute('2026-13-01T10:00')).toBeUndefined()
})

it('the usual end is the last minute of a day, more than an hour away', () => {
  const noon = new Date(2026, 10, 23, 12, 0).getTime()
  expect(usualEnd(noon)).toBe(new Date(2026, 10, 23, 23, 59).getTime())
  const late = new Date(2026, 10, 23, 23, 30).getTime()
  expect(usualEnd(late)).toBe(new Date(2026, 10, 24, 23, 59).getTime())
})
