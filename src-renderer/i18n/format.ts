// Numbers, sizes, dates and durations in the reader's language, through Intl. Pure: the caller passes "now".
import { type Language, languageTags } from './language.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

export type Format = Readonly<{
  number: (value: number) => string
  percent: (share: number) => string
  /** Decimal units, as file managers show them: 1.2 MB. */
  bytes: (bytes: number) => string
  /** 14:05: the 24-hour clock in both languages, so that columns of times line up. */
  time: (at: number) => string
  /** 14:05:12 */
  timeToSecond: (at: number) => string
  dateTime: (at: number) => string
  /** Of a date as it is written: 2026-10-01. */
  dateOf: (date: string) => string
  /** Heading of a day in a conversation: Today, Yesterday, else the date. */
  day: (at: number, now: number) => string
  /** Short stamp for a list: the time today, "yesterday", else the date. */
  stamp: (at: number, now: number) => string
  /** "now", "3 minutes ago". Never in the future: `now` may tick by the minute, and the server has a clock of its own. */
  ago: (at: number, now: number) => string
  /** 0:42, 12:05, 1:02:09: a clock that counts. */
  clock: (durationMs: number) => string
  /** 1:02, hours and minutes, for durations from an hour up. */
  hoursAndMinutes: (durationMs: number) => string
  /** "2 minutes 5 seconds", for a screen reader; the two largest units. */
  spokenDuration: (durationMs: number) => string
  list: (items: readonly string[]) => string
}>

const pad = (value: number): string => String(value).padStart(2, '0')

const clock = (durationMs: number): string => {
  const seconds = Math.max(0, Math.floor(durationMs / 1000))
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const rest = pad(seconds % 60)
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`
}

const hoursAndMinutes = (durationMs: number): string =>
  `${Math.floor(durationMs / hourMs)}:${pad(Math.floor(durationMs / minuteMs) % 60)}`

type DurationUnit = 'day' | 'hour' | 'minute' | 'second'

/** The two largest units that are not zero, smallest first dropped: 3,725 s is 1 hour 2 minutes. */
export function durationParts(durationMs: number): readonly (readonly [number, DurationUnit])[] {
  const seconds = Math.max(0, Math.floor(durationMs / 1000))
  const parts: readonly (readonly [number, DurationUnit])[] = [
    [Math.floor(seconds / 86_400), 'day'],
    [Math.floor(seconds / 3600) % 24, 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ]
  const first = parts.findIndex(([value]) => value > 0)
  if (first === -1) return [[0, 'second']]
  return parts.slice(first, first + 2).filter(([value]) => value > 0)
}

/** Formatters are costly to build and cheap to call: make one `Format` a language and keep it. */
export function createFormat(language: Language, timeZone?: string): Format {
  const tag = languageTags[language]
  const zone = timeZone === undefined ? {} : { timeZone }
  const number = new Intl.NumberFormat(tag)
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const time = new Intl.DateTimeFormat(tag, { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const timeToSecond = new Intl.DateTimeFormat(tag, {
    ...zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const dateTime = new Intl.DateTimeFormat(tag, {
    ...zone,
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
  })
  const dayOfYear = new Intl.DateTimeFormat(tag, { ...zone, weekday: 'long', month: 'long', day: 'numeric' })
  const dayWithYear = new Intl.DateTimeFormat(tag, { ...zone, dateStyle: 'long' })
  const utcDay = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
  const shortDay = new Intl.DateTimeFormat(tag, { ...zone, month: 'short', day: 'numeric' })
  const shortDayWithYear = new Intl.DateTimeFormat(tag, { ...zone, year: 'numeric', month: 'short', day: 'numeric' })
  const civilDay = new Intl.DateTimeFormat('en-CA', { ...zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const list = new Intl.ListFormat(tag, { type: 'conjunction' })

  // Whole civil days between two moments, immune to summer time: dates are compared as dates, not as 24 h.
  const daysBetween = (at: number, now: number): number =>
    Math.round((Date.parse(civilDay.format(at)) - Date.parse(civilDay.format(now))) / dayMs)
  const sameYear = (at: number, now: number): boolean =>
    civilDay.format(at).slice(0, 4) === civilDay.format(now).slice(0, 4)
  const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase(tag) + text.slice(1)

  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    bytes: (bytes) => formatBytes(tag, bytes),
    time: (at) => time.format(at),
    timeToSecond: (at) => timeToSecond.format(at),
    dateTime: (at) => dateTime.format(at),
    dateOf: (date) => utcDay.format(Date.parse(date)),
    day: (at, now) => {
      const days = daysBetween(at, now)
      if (days === 0 || days === -1) return sentenceCase(relative.format(days, 'day'))
      return (sameYear(at, now) ? dayOfYear : dayWithYear).format(at)
    },
    stamp: (at, now) => {
      const days = daysBetween(at, now)
      if (days === 0) return time.format(at)
      if (days === -1) return sentenceCase(relative.format(-1, 'day'))
      return (sameYear(at, now) ? shortDay : shortDayWithYear).format(at)
    },
    ago: (at, now) => {
      const agoMs = now - at
      if (agoMs < minuteMs) return relative.format(0, 'second')
      if (agoMs < hourMs) return relative.format(-Math.trunc(agoMs / minuteMs), 'minute')
      if (agoMs < dayMs) return relative.format(-Math.trunc(agoMs / hourMs), 'hour')
      return relative.format(-Math.trunc(agoMs / dayMs), 'day')
    },
    clock,
    hoursAndMinutes,
    spokenDuration: (durationMs) =>
      durationParts(durationMs)
        .map(([value, unit]) => new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(value))
        .join(language === 'zh' ? '' : ' '),
    list: (items) => list.format(items),
  }
}

function formatBytes(tag: string, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
  const power = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value)
}
