import fc from 'fast-check'
import { expect, it } from 'vitest'
import { limits, type EpochMs } from '../../protocol/index.ts'
import type { Hours, Span } from '../../protocol/routing-schemas.ts'
import { openingAt } from './opening.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (iso: string): EpochMs => Date.parse(iso) as EpochMs
const span = (from: string, to: string): Span => {
  const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))
  return { from: minutes(from), to: minutes(to) }
}
const everyDay = (...spans: Span[]): Hours['week'] => Array.from({ length: 7 }, () => spans)
const hours = (timeZone: string, week: Hours['week'], exceptions: Hours['exceptions'] = []): Hours => ({
  timeZone,
  week,
  exceptions,
})
const said = (given: Hours | null, iso: string): string => {
  const { isOpen, until } = openingAt(given, at(iso))
  return `${isOpen ? 'open' : 'closed'} until ${until === null ? 'ever' : new Date(until).toISOString().slice(0, 16)}`
}

const office = (timeZone: string, exceptions: Hours['exceptions'] = []): Hours => {
  const day = [span('09:00', '12:00'), span('13:00', '18:00')]
  return hours(timeZone, [day, day, day, day, day, [span('10:00', '14:00')], []], exceptions)
}

it('[D7.18] without hours a group is always open; with none at all it never is', () => {
  expect(said(null, '2026-05-01T00:00:00Z')).toBe('open until ever')
  expect(said(hours('UTC', everyDay()), '2026-05-01T00:00:00Z')).toBe('closed until ever')
  expect(said(hours('UTC', everyDay(span('00:00', '24:00'))), '2026-05-01T00:00:00Z')).toBe('open until ever')
})

it('[D7.18] a week has its days, its half day and its noon', () => {
  const berlin = office('Europe/Berlin')
  expect(said(berlin, '2026-06-05T06:59:59Z')).toBe('closed until 2026-06-05T07:00')
  expect(said(berlin, '2026-06-05T07:00:00Z')).toBe('open until 2026-06-05T10:00')
  expect(said(berlin, '2026-06-05T10:00:00Z')).toBe('closed until 2026-06-05T11:00')
  expect(said(berlin, '2026-06-05T16:00:00Z')).toBe('closed until 2026-06-06T08:00')
  expect(said(berlin, '2026-06-06T12:00:00Z')).toBe('closed until 2026-06-08T07:00')
})

it('[D7.18] an exception replaces its whole day: a holiday, a half day, an open Sunday; the last of two holds', () => {
  const shanghai = office('Asia/Shanghai', [
    { date: '2026-10-01', name: '国庆节', open: [] },
    { date: '2026-10-02', name: '国庆节', open: [span('09:00', '18:00')] },
    { date: '2026-10-02', name: '国庆节', open: [span('10:00', '12:00')] },
    { date: '2026-10-04', name: '调休', open: [span('09:00', '18:00')] },
  ])
  expect(said(shanghai, '2026-09-30T10:00:00Z')).toBe('closed until 2026-10-02T02:00')
  expect(said(shanghai, '2026-10-02T02:00:00Z')).toBe('open until 2026-10-02T04:00')
  expect(said(shanghai, '2026-10-03T06:00:00Z')).toBe('closed until 2026-10-04T01:00')
})

it('[D7.18] a span runs on over midnight, into a holiday too, and midnight is no change', () => {
  const night = [span('22:00', '06:00')]
  const given = hours('Asia/Shanghai', everyDay(...night), [{ date: '2026-05-01', name: '劳动节', open: [] }])
  expect(said(given, '2026-04-30T15:00:00Z')).toBe('open until 2026-04-30T22:00')
  expect(said(given, '2026-04-30T22:00:00Z')).toBe('closed until 2026-05-02T14:00')
  const twoSpans = hours('Asia/Shanghai', everyDay(span('00:00', '06:00'), span('22:00', '24:00')))
  expect(said(twoSpans, '2026-04-30T15:00:00Z')).toBe('open until 2026-04-30T22:00')
})

it('[D7.18] what the clock skips in spring is not made up for', () => {
  expect(said(office('Europe/Berlin'), '2026-03-28T13:00:00Z')).toBe('closed until 2026-03-30T07:00')
  const berlin = hours('Europe/Berlin', everyDay(span('01:30', '02:30')))
  expect(said(berlin, '2026-03-29T00:30:00Z')).toBe('open until 2026-03-29T01:00')
  const skipped = hours('Europe/Berlin', everyDay(span('02:15', '02:45')))
  expect(said(skipped, '2026-03-29T00:00:00Z')).toBe('closed until 2026-03-30T00:15')
  const newYork = hours('America/New_York', everyDay(span('01:00', '03:00')))
  expect(said(newYork, '2026-03-08T06:00:00Z')).toBe('open until 2026-03-08T07:00')
  const lordHowe = hours('Australia/Lord_Howe', everyDay(span('01:00', '02:15')))
  expect(said(lordHowe, '2026-10-03T14:30:00Z')).toBe('open until 2026-10-03T15:30')
})

it('[D7.18] what the clock shows twice in autumn counts twice', () => {
  const berlin = hours('Europe/Berlin', everyDay(span('02:00', '02:30')))
  expect(said(berlin, '2026-10-25T00:00:00Z')).toBe('open until 2026-10-25T00:30')
  expect(said(berlin, '2026-10-25T00:30:00Z')).toBe('closed until 2026-10-25T01:00')
  expect(said(berlin, '2026-10-25T01:00:00Z')).toBe('open until 2026-10-25T01:30')
  const newYork = hours('America/New_York', everyDay(span('01:00', '02:00')))
  expect(said(newYork, '2026-11-01T05:00:00Z')).toBe('open until 2026-11-01T07:00')
  const lordHowe = hours('Australia/Lord_Howe', everyDay(span('01:30', '02:00')))
  expect(said(lordHowe, '2026-04-04T14:30:00Z')).toBe('open until 2026-04-04T15:30')
})

it('[D7.18] a day that a country left out never opens', () => {
  const friday = hours('Pacific/Apia', [[], [], [], [], [span('09:00', '17:00')], [], []])
  expect(said(friday, '2011-12-30T00:00:00Z')).toBe('closed until 2012-01-05T19:00')
})

it('[D7.18] a clock that jumps gets the answer for the time it has', () => {
  const berlin = office('Europe/Berlin')
  const before = said(berlin, '2026-06-05T08:00:00Z')
  expect(said(berlin, '2031-01-01T00:00:00Z')).toBe('closed until 2031-01-01T08:00')
  expect(said(berlin, '1971-01-01T00:00:00Z')).toBe('closed until 1971-01-01T08:00')
  expect(said(berlin, '2026-06-05T08:00:00Z')).toBe(before)
})

it('[D7.18] a zone that this machine does not know reads as UTC', () => {
  expect(said(hours('Mars/Olympus', everyDay(span('09:00', '10:00'))), '2026-06-05T08:00:00Z')).toBe(
    'closed until 2026-06-05T09:00',
  )
})

it('[D9.11] looks no further than its horizon', () => {
  const given = hours('UTC', everyDay(), [{ date: '2031-01-01', name: '', open: [span('09:00', '10:00')] }])
  expect(said(given, '2026-01-01T00:00:00Z')).toBe('closed until ever')
  const near = at('2031-01-01T09:00:00Z') - limits.hoursHorizonMs + HOUR
  expect(openingAt(given, near as EpochMs).until).toBe(at('2031-01-01T09:00:00Z'))
})

// The model: reads the wall clock of each minute by other means, and looks it up.
const wallClocks = new Map<string, Intl.DateTimeFormat>()
const wallClock = (timeZone: string): Intl.DateTimeFormat => {
  const format =
    wallClocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  wallClocks.set(timeZone, format)
  return format
}
const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - 24 * HOUR).toISOString().slice(0, 10)
const naivelyOpen = (given: Hours, instant: number): boolean => {
  const [date = '', time = ''] = wallClock(given.timeZone).format(instant).split(' ')
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  const spansOn = (day: string): readonly Span[] =>
    given.exceptions.findLast((exception) => exception.date === day)?.open ??
    given.week[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ??
    []
  return (
    spansOn(date).some(({ from, to }) => from <= minute && (minute < to || to <= from)) ||
    spansOn(dayBefore(date)).some(({ from, to }) => to <= from && minute < to)
  )
}

const turns: readonly (readonly [string, string])[] = [
  ['Europe/Berlin', '2026-03-29T01:00:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z'],
  ['America/New_York', '2026-03-08T07:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['Asia/Shanghai', '2026-10-01T00:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ['Asia/Kathmandu', '2026-02-28T18:15:00Z'],
]

it('[D7.18] says what a look at the wall clock in each minute says', () => {
  const quarter = fc.integer({ min: 0, max: 95 }).map((count) => count * 15)
  const spans = fc.array(fc.record({ from: quarter, to: quarter.map((to) => to + 15) }), { maxLength: 2 })
  const week = fc.array(spans, { minLength: 7, maxLength: 7 })
  const around = fc.integer({ min: -30 * 60, max: 6 * 60 })
  fc.assert(
    fc.property(fc.constantFrom(...turns), week, spans, fc.nat(2), around, (turn, drawn, open, day, minutes) => {
      const [timeZone, near] = turn
      const start = at(near) + minutes * MINUTE
      const date = new Date(at(near) + (day - 1) * 24 * HOUR).toISOString().slice(0, 10)
      const given = hours(timeZone, drawn, [{ date, name: '', open }])
      const { isOpen, until } = openingAt(given, start as EpochMs)
      expect(isOpen).toBe(naivelyOpen(given, start))
      const end = Math.min(until ?? Number.POSITIVE_INFINITY, start + 30 * HOUR)
      for (let minute = start; minute < end; minute += MINUTE)
        if (naivelyOpen(given, minute) !== isOpen) expect(new Date(minute).toISOString()).toBe('no change')
      if (until !== null) expect(naivelyOpen(given, until)).toBe(!isOpen)
    }),
    { numRuns: 150 },
  )
})
