import { expect, it } from 'vitest'
import { at, day, minute } from '../testing/build-entries.ts'
import { createTimeWords } from './time-words.ts'

/** Local noon, so that the test says the same in every time zone. */
const noon = new Date(2026, 10, 23, 12).getTime()
const en = createTimeWords('en')
const zh = createTimeWords('zh')

it('names days as people do', () => {
  const named = [0, 1, 3, 30, 400].map((days) => [en, zh].map((words) => words.day(at(noon - days * day), at(noon))))
  expect(named).toEqual([
    ['Today', '今天'],
    ['Yesterday', '昨天'],
    ['Friday 20 November', '11月20日星期五'],
    ['Saturday 24 October', '10月24日星期六'],
    ['19 October 2025', '2025年10月19日'],
  ])
})

it('cuts days at local midnight, minutes at the full minute, and tells 24 hours', () => {
  const midnight = at(noon + 12 * 60 * minute)
  expect(zh.dayOf(at(midnight - 1))).not.toBe(zh.dayOf(midnight))
  expect(zh.minuteOf(at(midnight - 1))).toBe(zh.minuteOf(midnight) - 1)
  expect([zh.clock(midnight), en.clock(at(noon + 9 * minute))]).toEqual(['00:00', '12:09'])
})
