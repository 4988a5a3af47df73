// Whether a group is open at an instant, and when that changes. Knows nothing of who is there.
import { limits, type EpochMs } from '../../protocol/index.ts'
import type { Hours } from '../../protocol/routing-schemas.ts'
import { offsetAt, transitionBetween } from './local-clock.ts'

export type Opening = {
  readonly isOpen: boolean
  /** The first instant after this one with the other answer; null when there is none within `hoursHorizonMs`. */
  readonly until: EpochMs | null
}

const ALWAYS_OPEN: Opening = { isOpen: true, until: null }

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
const DAY_MS = DAY_MINUTES * MINUTE_MS
/** 1970-01-01 was a Thursday; weeks begin on Monday. */
const FIRST_WEEKDAY = 3

/** Minutes of the day it begins on; `to` goes past 24:00 where a span runs over midnight. */
type DaySpan = { readonly from: number; readonly to: number }
type Calendar = {
  readonly timeZone: string
  readonly week: readonly (readonly DaySpan[])[]
  /** By day number, days since 1970-01-01 on the local calendar. */
  readonly exceptions: ReadonlyMap<number, readonly DaySpan[]>
  /** The one answer, where there is only one. */
  readonly always: boolean | undefined
  /** The last answer and since when it is known to hold: most questions are about the same afternoon. */
  known: { readonly since: EpochMs; readonly until: EpochMs; readonly opening: Opening } | undefined
}

/** A `to` at or before its `from` is on the next day. */
const daySpan = ({ from, to }: DaySpan): DaySpan => ({ from, to: to > from ? to : to + DAY_MINUTES })

const isWhole = (spans: readonly DaySpan[]): boolean => {
  let covered = 0
  for (const { from, to } of spans.toSorted((left, right) => left.from - right.from))
    if (from <= covered) covered = Math.max(covered, to)
  return covered >= DAY_MINUTES
}

const createCalendar = ({ timeZone, week, exceptions }: Hours): Calendar => {
  const days = week.map((spans) => spans.map(daySpan))
  const special = new Map(
    exceptions.map(({ date, open }) => [Date.parse(`${date}T00:00:00Z`) / DAY_MS, open.map(daySpan)] as const),
  )
  const all = [...days, ...special.values()]
  const always = all.every((spans) => spans.length === 0) ? false : all.every(isWhole) || undefined
  return { timeZone, week: days, exceptions: special, always, known: undefined }
}

const calendars = new WeakMap<Hours, Calendar>()
const calendarOf = (hours: Hours): Calendar => {
  const known = calendars.get(hours) ?? createCalendar(hours)
  calendars.set(hours, known)
  return known
}

const NO_SPANS: readonly DaySpan[] = []
const spansOf = ({ week, exceptions }: Calendar, day: number): readonly DaySpan[] =>
  exceptions.get(day) ?? week[(((day + FIRST_WEEKDAY) % 7) + 7) % 7] ?? NO_SPANS

/** `wallMs`: what the local clock shows, in UTC arithmetic. */
const isOpenAtWall = (calendar: Calendar, wallMs: number): boolean => {
  const day = Math.floor(wallMs / DAY_MS)
  const minute = (wallMs - day * DAY_MS) / MINUTE_MS
  const covers = ({ from, to }: DaySpan, at: number): boolean => from <= at && at < to
  return (
    spansOf(calendar, day).some((span) => covers(span, minute)) ||
    spansOf(calendar, day - 1).some((span) => covers(span, minute + DAY_MINUTES))
  )
}

/** The next reading of the local clock at which a span begins or ends; midnight at the latest. */
const nextBoundary = (calendar: Calendar, wallMs: number): number => {
  const day = Math.floor(wallMs / DAY_MS)
  let next = (day + 1) * DAY_MS
  for (const begin of [day - 1, day])
    for (const { from, to } of spansOf(calendar, begin))
      for (const minute of [from, to]) {
        const boundary = begin * DAY_MS + minute * MINUTE_MS
        if (boundary > wallMs && boundary < next) next = boundary
      }
  return next
}

const search = (calendar: Calendar, now: EpochMs): Opening => {
  const { timeZone } = calendar
  let at = now
  let offset = offsetAt(timeZone, at)
  const isOpen = isOpenAtWall(calendar, at + offset)
  while (at - now < limits.hoursHorizonMs) {
    const boundary = (nextBoundary(calendar, at + offset) - offset) as EpochMs
    const offsetThere = offsetAt(timeZone, boundary)
    // No zone has changed its offset twice within a day.
    at = offsetThere === offset ? boundary : transitionBetween(timeZone, at, boundary, offset)
    if (offsetThere !== offset) offset = offsetAt(timeZone, at)
    if (isOpenAtWall(calendar, at + offset) !== isOpen) return { isOpen, until: at }
  }
  return { isOpen, until: null }
}

/**
 * SPEC D7.18. A group is open whenever the local clock's reading lies in a span, `from` included, `to` not: what the clock
 * skips in spring is not made up for, and what it shows twice in autumn counts twice. A span belongs to the day on which
 * it begins, so it runs on over midnight into a holiday. Of two exceptions for one date the last holds. The answer depends
 * on the instant alone, so a machine whose clock jumps gets the one for the time it has now.
 *
 * @param hours null: always open.
 */
export const openingAt = (hours: Hours | null, now: EpochMs): Opening => {
  if (hours === null) return ALWAYS_OPEN
  const calendar = calendarOf(hours)
  if (calendar.always !== undefined) return { isOpen: calendar.always, until: null }
  const { known } = calendar
  if (known && known.since <= now && now < known.until) return known.opening
  const opening = search(calendar, now)
  if (opening.until !== null) calendar.known = { since: now, until: opening.until, opening }
  return opening
}
