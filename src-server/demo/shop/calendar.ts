// When people come: more each month, more before the holidays, on workdays in the shop's hours, some in the evening.
import type { Dice } from '../dice.ts'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const DAYS_PER_YEAR = 365

/** The shop is open from nine to six, Monday to Saturday. */
export const openingHour = 9
export const closingHour = 18

const SUNDAY = 0
const SATURDAY = 6

export const isOpenDay = (day: Date): boolean => day.getDay() !== SUNDAY
export const isOpenAt = (time: Date): boolean =>
  isOpenDay(time) && time.getHours() >= openingHour && time.getHours() < closingHour

/** The first moment of business after a time that is outside of it. */
export const nextOpening = (time: Date): Date => {
  const next = new Date(time)
  if (time.getHours() >= closingHour) next.setDate(next.getDate() + 1)
  next.setHours(openingHour, 0, 0, 0)
  while (!isOpenDay(next)) next.setDate(next.getDate() + 1)
  return next
}

/** Spring tea in April, the shopping days of November and December, the weeks before the new year of the moon. */
const seasonFactor: readonly number[] = [1.3, 0.8, 1, 1.35, 1.1, 0.95, 0.85, 0.85, 1.05, 1, 1.6, 1.25]
const dayFactor: readonly number[] = [0.35, 1.15, 1.1, 1.05, 1, 1.05, 0.75]
/** By hour of the day. */
const hourWeights: readonly number[] = [1, 0, 0, 0, 0, 0, 1, 2, 5, 12, 15, 12, 7, 9, 13, 13, 11, 8, 5, 5, 6, 6, 4, 2]
const hours = hourWeights.map((_, hour) => hour)

export type ShopDay = { readonly midnight: Date; readonly weight: number }

/** The days before `now`, oldest first, with how busy each was against the others. */
export const shopDays = (now: Date, years: number): readonly ShopDay[] => {
  const today = new Date(now)
  today.setHours(0, 0, 0, 0)
  const count = years * DAYS_PER_YEAR
  return Array.from({ length: count + 1 }, (_, index) => {
    const midnight = new Date(today)
    midnight.setDate(midnight.getDate() - (count - index))
    const growth = 0.6 + (0.8 * index) / count
    return { midnight, weight: growth * (seasonFactor[midnight.getMonth()] ?? 1) * (dayFactor[midnight.getDay()] ?? 1) }
  })
}

/** A moment of that day, as people come. */
export const visitTime = (dice: Dice, { midnight }: ShopDay): Date => {
  const hour = dice.weighted(hours, (candidate) => hourWeights[candidate] ?? 0)
  const minutes = hour * 60 + dice.fraction() * 60
  return new Date(midnight.getTime() + minutes * MINUTE_MS)
}

export const isWeekend = (day: Date): boolean => day.getDay() === SUNDAY || day.getDay() === SATURDAY
export const daysBetween = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / DAY_MS
