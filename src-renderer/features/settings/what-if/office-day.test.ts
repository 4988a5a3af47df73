import { expect, it } from 'vitest'
import { dayBefore, officeZone } from './office-day.ts'

it('yesterday is the office’s, not the computer’s', () => {
  const now = Date.UTC(2026, 9, 1, 20)
  expect(dayBefore(now, 'UTC')).toBe('2026-09-30')
  expect(dayBefore(now, 'Asia/Shanghai')).toBe('2026-10-01')
  expect(dayBefore(Date.UTC(2026, 2, 1, 12), 'America/New_York')).toBe('2026-02-28')
})

it('the office’s zone is that of the first group with opening hours, else this computer’s', () => {
  const hours = { timeZone: 'Asia/Shanghai', week: [], exceptions: [] }
  expect(officeZone([{ hours: null }, { hours }])).toBe('Asia/Shanghai')
  expect(officeZone([])).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone)
})
