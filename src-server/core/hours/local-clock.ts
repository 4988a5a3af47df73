// What the clock on the wall of a time zone shows at an instant. Formatters are kept: making one costs a hundred readings.
import type { EpochMs } from '../../protocol/index.ts'

const FALLBACK_ZONE = 'UTC'

/** One per name in use; only names that Intl knows get in, so the tz database bounds it. */
const formatters = new Map<string, Intl.DateTimeFormat>()

const createFormatter = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone)
  if (known) return known
  try {
    const made = createFormatter(timeZone)
    formatters.set(timeZone, made)
    return made
  } catch (error) {
    // A name this machine's tz database does not have (stored under a newer one): a desk an hour off beats no desk.
    if (error instanceof RangeError && timeZone !== FALLBACK_ZONE) return formatterOf(FALLBACK_ZONE)
    throw error
  }
}

/**
 * Milliseconds to add to an instant to read the local clock with UTC arithmetic (east of Greenwich is positive). Whole
 * seconds, also where a zone kept local mean time. A name that Intl does not know reads as UTC.
 */
export const offsetAt = (timeZone: string, at: EpochMs): number => {
  const read = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of formatterOf(timeZone).formatToParts(at)) if (type in read) read[type as 'year'] = +value
  const wholeSecond = Math.floor(at / 1000) * 1000
  return Date.UTC(read.year, read.month - 1, read.day, read.hour, read.minute, read.second) - wholeSecond
}

/** The first instant in (after, upTo] at which the zone's offset is not `offset`; `upTo` MUST be such an instant. */
export const transitionBetween = (timeZone: string, after: EpochMs, upTo: EpochMs, offset: number): EpochMs => {
  let before: number = after
  let behind: number = upTo
  while (behind - before > 1) {
    const middle = Math.floor((before + behind) / 2)
    if (offsetAt(timeZone, middle as EpochMs) === offset) before = middle
    else behind = middle
  }
  return behind as EpochMs
}
