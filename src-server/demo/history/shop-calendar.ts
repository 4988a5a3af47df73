// When people come: more from year to year, fewer at weekends, a flood on the shopping days, silence at Spring Festival.
// All in the shop's own local time, given as milliseconds whose UTC fields read like the clock on its wall.
import type { Dice } from '../talk/dice.ts'

const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** By hour of the day: mornings and afternoons, a second wind after dinner, few at night. */
const hourWeights = [3, 2, 1, 1, 1, 1, 2, 4, 14, 38, 56, 54, 42, 44, 54, 56, 52, 44, 36, 44, 50, 36, 18, 8]
/** Customers abroad sit in every time zone. */
const abroadHourWeights = hourWeights.map((weight) => weight + 9)
const weekdayWeights = [0.78, 1.12, 1.08, 1.04, 1.02, 1.06, 0.86]
/** Spring tea in April, a slow summer, gifts in autumn and before the new year. */
const monthWeights = [1.1, 0.85, 1, 1.3, 1.12, 1.02, 0.86, 0.88, 1.12, 1.04, 1.22, 1.12]

const chineseDate = new Intl.DateTimeFormat('en-US-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })

/** Month and day of the lunisolar calendar, e.g. `1/1` on the day of Spring Festival. */
export const lunarDateOf = (localMs: number): string => chineseDate.format(localMs)

/** Every day but these is its season's ordinary day. */
const festivalFactor = (localMs: number): number => {
  const at = new Date(localMs)
  const date = `${at.getUTCMonth() + 1}/${at.getUTCDate()}`
  if (['11/10', '11/11', '11/12'].includes(date)) return date === '11/11' ? 4.2 : 2.6
  if (['6/17', '6/18', '6/19'].includes(date)) return date === '6/18' ? 2.8 : 1.8
  if (date === '12/12') return 1.9
  if (['10/1', '10/2', '10/3', '10/4'].includes(date)) return 0.5
  const [month = '', day = ''] = lunarDateOf(localMs).split('/')
  // From two days before Spring Festival until the sixth: the parcels rest, and so do those who ask for them.
  if (month === '1' && Number(day) <= 6) return 0.16
  if (month === '12' && Number(day) >= 28) return 0.3
  if (month === '12' && Number(day) >= 8 && Number(day) <= 22) return 1.5
  if (month === '8' && Number(day) >= 5 && Number(day) <= 14) return 1.7
  return 1
}

const GROWTH = 2.1

/** How busy a day is beside the others. `age`: 0 on the first day, 1 on the last. */
export const dayWeight = (localMs: number, age: number): number => {
  const at = new Date(localMs)
  const season = (weekdayWeights[at.getUTCDay()] ?? 1) * (monthWeights[at.getUTCMonth()] ?? 1)
  return season * festivalFactor(localMs) * (1 + (GROWTH - 1) * age)
}

const hourOf = (weights: readonly number[], dice: Dice): number => {
  const chosen = dice.weighted(weights.map((weight, hour) => ({ weight, hour })))
  return chosen.hour + dice.fraction()
}

export type Span = { readonly fromMs: number; readonly toMs: number }

const midnightOf = (localMs: number): number => localMs - (localMs % DAY_MS)

/** @returns the first moments of about `count` conversations, by rising time. */
export const arrivals = ({ fromMs, toMs }: Span, count: number, dice: Dice): readonly number[] => {
  const first = midnightOf(fromMs)
  const dayCount = Math.ceil((toMs - first) / DAY_MS)
  const days = Array.from({ length: dayCount }, (_, index) => {
    const startMs = first + index * DAY_MS
    return { startMs, weight: dayWeight(startMs, index / Math.max(1, dayCount - 1)) }
  })
  const total = days.reduce((sum, { weight }) => sum + weight, 0)
  const times = days.flatMap(({ startMs, weight }) =>
    Array.from({ length: dice.poisson((count * weight) / total) }, () => {
      const isAbroad = dice.chance(0.12)
      return startMs + hourOf(isAbroad ? abroadHourWeights : hourWeights, dice) * HOUR_MS
    }),
  )
  return times.filter((at) => at >= fromMs && at < toMs).sort((left, right) => left - right)
}
