// Days and clock times in the visitor's language and time zone.
import type { EpochMs } from '#protocol'
import { formatLocale, type Locale } from '../i18n/locale.ts'
import { wordsOf } from '../i18n/words.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

export type TimeWords = {
  /** Same for all moments of one local day. */
  readonly dayOf: (at: EpochMs) => string
  /** Same for all moments of one minute. */
  readonly minuteOf: (at: EpochMs) => number
  /** "Today", "Yesterday", else the date, with the year when it is another. */
  readonly day: (at: EpochMs, now: EpochMs) => string
  readonly clock: (at: EpochMs) => string
  /** For tooltips. */
  readonly full: (at: EpochMs) => string
}

const dayOf = (at: number): string => new Date(at).toDateString()
const yearOf = (at: number): number => new Date(at).getFullYear()

export const createTimeWords = (locale: Locale): TimeWords => {
  const say = (at: EpochMs, options: Intl.DateTimeFormatOptions): string =>
    new Date(at).toLocaleString(formatLocale(locale), options)
  const words = wordsOf(locale).day
  return {
    dayOf,
    minuteOf: (at) => Math.floor(at / MINUTE_MS),
    day(at, now) {
      if (dayOf(at) === dayOf(now)) return words.today
      if (dayOf(at) === dayOf(now - DAY_MS)) return words.yesterday
      return yearOf(at) === yearOf(now)
        ? say(at, { weekday: 'long', month: 'long', day: 'numeric' })
        : say(at, { dateStyle: 'long' })
    },
    clock: (at) => say(at, { timeStyle: 'short' }),
    full: (at) => say(at, { dateStyle: 'medium', timeStyle: 'short' }),
  }
}
