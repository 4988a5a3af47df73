// Opening hours as somebody wants to save them: a known zone, real days, no overlapping times.
import type { Hours, Span } from '../../protocol/routing-schemas.ts'
import { faultAt, type SettingFault } from './setting-fault.ts'

export const isZone = (zone: string): boolean => {
  // Intl takes offsets as well; they know no summer.
  if (!/^[A-Za-z]/u.test(zone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export const isDate = (date: string): boolean => {
  const at = new Date(`${date}T00:00:00Z`)
  // 2026-02-30 becomes a day in March.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}

const checkDay = (field: string, spans: readonly Span[]): readonly SettingFault[] => {
  if (spans.some(({ from, to }) => from >= to)) return [faultAt(field, 'hours_span_wrong')]
  const sorted = spans.toSorted((a, b) => a.from - b.from)
  const overlaps = sorted.some(({ from }, index) => index > 0 && from < (sorted[index - 1]?.to ?? 0))
  return overlaps ? [faultAt(field, 'hours_overlap')] : []
}

export const checkHours = ({ timeZone, week, exceptions }: Hours): readonly SettingFault[] => {
  const dates = exceptions.map(({ date }) => date)
  return [
    ...(isZone(timeZone) ? [] : [faultAt('hours.timeZone', 'hours_zone_unknown')]),
    ...week.flatMap((spans, day) => checkDay(`hours.week.${day}`, spans)),
    ...exceptions.flatMap(({ date, open }, index) => [
      ...(isDate(date) && dates.indexOf(date) === index
        ? []
        : [faultAt(`hours.exceptions.${index}.date`, 'hours_date_wrong', [date])]),
      ...checkDay(`hours.exceptions.${index}.open`, open),
    ]),
  ]
}

/** As they are stored: times and dates in their order. */
export const tidyHours = (hours: Hours): Hours => {
  const inOrder = (spans: readonly Span[]): Span[] => spans.toSorted((a, b) => a.from - b.from)
  return {
    timeZone: hours.timeZone,
    week: hours.week.map(inOrder),
    exceptions: hours.exceptions
      .map((one) => ({ ...one, open: inOrder(one.open) }))
      .toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  }
}
