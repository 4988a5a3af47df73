// A group while somebody edits it: what was typed, and what it means or why not. Pure.
import { defaultGroup, limits, type AgentId, type GroupId } from '#protocol'
import type { GroupRow, GroupWish, Hours } from '#protocol/routing-schemas.ts'
import { parseTimes, timesText } from './day-times.ts'
import { boundsIn, inUnit, MINUTE_MS, parseNumber, SECOND_MS, type Bounds } from './typed-number.ts'

export type ExceptionDraft = {
  readonly key: number
  readonly date: string
  readonly name: string
  readonly open: string
}

export type GroupDraft = {
  readonly name: string
  readonly members: readonly AgentId[]
  readonly acceptance: GroupWish['acceptance']
  readonly offerSeconds: string
  /** Empty = no limit. */
  readonly replyMinutes: string
  readonly returning: boolean
  /** Empty = nowhere. */
  readonly overflowTo: string
  readonly overflowMinutes: string
  readonly maxQueue: string
  /** Empty = never closes by itself. */
  readonly warnMinutes: string
  readonly closeMinutes: string
  readonly hasHours: boolean
  readonly timeZone: string
  readonly week: readonly string[]
  readonly exceptions: readonly ExceptionDraft[]
}

/** Why a field cannot be saved, by the names that the server's own faults carry. */
export type Wrong = { readonly field: string } & (
  | { readonly why: 'name' | 'times' | 'date' | 'zone' }
  | { readonly why: 'number'; readonly bounds: Bounds }
)

export const groupBounds = {
  offerMs: boundsIn(SECOND_MS, limits.minOfferMs, limits.maxOfferMs),
  replyWithinMs: boundsIn(MINUTE_MS, limits.minReplyWithinMs, limits.maxReplyWithinMs),
  'overflow.afterMs': boundsIn(MINUTE_MS, 0, limits.maxOverflowAfterMs),
  maxQueue: { min: 0, max: limits.maxQueueLength },
  'autoClose.warnAfterMs': boundsIn(MINUTE_MS, limits.minAutoCloseMs, limits.maxAutoCloseMs),
  'autoClose.closeAfterMs': boundsIn(MINUTE_MS, limits.minAutoCloseMs, limits.maxAutoCloseMs),
} as const satisfies Record<string, Bounds>

/** Nine to six on working days: what most people would type. */
const usualWeek = ['09:00-18:00', '09:00-18:00', '09:00-18:00', '09:00-18:00', '09:00-18:00', '', '']
const usualCloseMinutes = '5'

export function draftOfGroup(group: GroupRow | undefined, timeZone: string): GroupDraft {
  const { hours, overflow, autoClose, ...rest } = group ?? defaultGroup
  return {
    name: rest.name,
    members: rest.members,
    acceptance: rest.acceptance,
    offerSeconds: inUnit(rest.offerMs, SECOND_MS),
    replyMinutes: rest.replyWithinMs === 0 ? '' : inUnit(rest.replyWithinMs, MINUTE_MS),
    returning: rest.returning,
    overflowTo: overflow ? String(overflow.to) : '',
    overflowMinutes: inUnit(overflow?.afterMs ?? 2 * MINUTE_MS, MINUTE_MS),
    maxQueue: String(rest.maxQueue),
    warnMinutes: autoClose ? inUnit(autoClose.warnAfterMs, MINUTE_MS) : '',
    closeMinutes: autoClose ? inUnit(autoClose.closeAfterMs, MINUTE_MS) : usualCloseMinutes,
    hasHours: hours !== null,
    timeZone: hours?.timeZone ?? timeZone,
    week: hours ? hours.week.map(timesText) : usualWeek,
    exceptions: (hours?.exceptions ?? []).map(({ date, name, open }, key) => ({
      key,
      date,
      name,
      open: timesText(open),
    })),
  }
}

const isDate = (date: string): boolean => {
  const at = new Date(`${date}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/u.test(date) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}

const isZone = (zone: string): boolean => {
  try {
    return (
      /^[A-Za-z]/u.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
    )
  } catch {
    return false
  }
}

/** All that is wrong at once. `isEveryone`: its name is not asked. */
export function parseGroup(
  draft: GroupDraft,
  isEveryone: boolean,
): { readonly wish: GroupWish | undefined; readonly wrong: readonly Wrong[] } {
  const wrong: Wrong[] = []
  const number = (field: keyof typeof groupBounds, typed: string, unitMs: number): number => {
    const bounds = groupBounds[field]
    const value = parseNumber(typed, bounds, unitMs === MINUTE_MS ? 'any' : 'whole')
    if (value === undefined) wrong.push({ field, why: 'number', bounds })
    return Math.round((value ?? 0) * unitMs)
  }
  const times = (field: string, typed: string): Hours['week'][number] => {
    const spans = parseTimes(typed)
    if (!spans || spans.length > limits.maxSpansPerDay) wrong.push({ field, why: 'times' })
    return [...(spans ?? [])]
  }
  const hours = (): Hours => {
    const zone = draft.timeZone.trim()
    if (!isZone(zone)) wrong.push({ field: 'hours.timeZone', why: 'zone' })
    const dates = draft.exceptions.map(({ date }) => date.trim())
    for (const [index, date] of dates.entries())
      if (!isDate(date) || dates.indexOf(date) !== index)
        wrong.push({ field: `hours.exceptions.${index}.date`, why: 'date' })
    return {
      timeZone: zone,
      week: draft.week.map((typed, day) => times(`hours.week.${day}`, typed)),
      exceptions: draft.exceptions.map(({ name, open }, index) => ({
        date: dates[index] ?? '',
        name: name.trim(),
        open: times(`hours.exceptions.${index}.open`, open),
      })),
    }
  }
  if (!isEveryone && draft.name.trim() === '') wrong.push({ field: 'name', why: 'name' })
  const wish: GroupWish = {
    name: draft.name.trim(),
    members: [...draft.members],
    acceptance: draft.acceptance,
    offerMs: number('offerMs', draft.offerSeconds, SECOND_MS),
    replyWithinMs: draft.replyMinutes.trim() === '' ? 0 : number('replyWithinMs', draft.replyMinutes, MINUTE_MS),
    returning: draft.returning,
    overflow:
      draft.overflowTo === ''
        ? null
        : {
            afterMs: number('overflow.afterMs', draft.overflowMinutes, MINUTE_MS),
            to: Number(draft.overflowTo) as GroupId,
          },
    maxQueue: number('maxQueue', draft.maxQueue, 1),
    hours: draft.hasHours ? hours() : null,
    autoClose:
      draft.warnMinutes.trim() === ''
        ? null
        : {
            warnAfterMs: number('autoClose.warnAfterMs', draft.warnMinutes, MINUTE_MS),
            closeAfterMs: number('autoClose.closeAfterMs', draft.closeMinutes, MINUTE_MS),
          },
  }
  return { wish: wrong.length === 0 ? wish : undefined, wrong }
}
