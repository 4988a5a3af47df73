import { expect, it } from 'vitest'
import { parseTimes, timesText } from './day-times.ts'

it.each([
  ['9:00-12:00, 13:00-18:00', '09:00-12:00, 13:00-18:00'],
  ['13-18，9-12', '09:00-12:00, 13:00-18:00'],
  ['09：30–24', '09:30-24:00'],
  ['9.15 ~ 17.45', '09:15-17:45'],
  ['', ''],
  [' , ', ''],
  ['9-12, 12-18', '09:00-12:00, 12:00-18:00'],
])('[look] reads %s as it was meant', (typed, shown) => {
  expect(timesText(parseTimes(typed) ?? [{ from: 0, to: 1 }])).toBe(shown)
})

it.each(['9', '9-', '18-9', '9-9', '25-26', '9:70-10', 'morning', '9-12-15', '9-13, 12-18', '9-24:01'])(
  '[look] does not guess at %s',
  (typed) => {
    expect(parseTimes(typed)).toBeUndefined()
  },
)
