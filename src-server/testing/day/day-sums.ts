// Adds up many simulated days, each lived once under every policy, and says how they compare.
import { quantile } from '../../core/what-if/day-sums.ts'
import type { DayFigures } from './day-figures.ts'

export type DaySums = {
  /** One day, in the order of the policies. */
  add(figures: readonly DayFigures[]): void
  lines(): readonly string[]
  rows(): object
}

type Row = { readonly medianS: number; readonly p90S: number; readonly fairness: number }

const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length
const seconds = (value: number): string => `${value.toFixed(1)} s`.padStart(9)
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`

/** Half of the days lie between the two. */
const middleHalf = (list: readonly number[], show: (value: number) => string): string => {
  const sorted = Float64Array.from(list).sort()
  return `${show(quantile(sorted, 0.25)).trim()} … ${show(quantile(sorted, 0.75)).trim()}`
}

export const createDaySums = (names: readonly string[]): DaySums => {
  const days = names.map((): Row[] => [])
  const counts = new Map<string, number>()
  const honesty = { told: 0, unknown: 0, inTime: 0 }
  const errorsMs: number[] = []

  const compared = (of: (row: Row) => number): string => {
    const [base = [], best = []] = [days[0], days.at(-1)]
    const shorter = base.map((row, day) => 1 - of(best[day] ?? row) / of(row))
    const better = shorter.filter((share) => share > 0).length
    return `${percent(mean(shorter))} shorter (half of the days ${middleHalf(shorter, percent)}), in ${better} of ${shorter.length} days`
  }

  return {
    add(figures) {
      figures.forEach((figure, index) => {
        days[index]?.push({
          medianS: figure.medianFirstResponseMs / 1000,
          p90S: figure.p90FirstResponseMs / 1000,
          fairness: figure.fairness,
        })
        for (const [what, times] of figure.counts) counts.set(what, (counts.get(what) ?? 0) + times)
        honesty.told += figure.honesty.told
        honesty.unknown += figure.honesty.unknown
        honesty.inTime += figure.honesty.inTime
        for (const error of figure.honesty.errorMs) errorsMs.push(error)
      })
    },
    lines() {
      const lived = days[0]?.length ?? 0
      if (lived === 0) return ['no day came to its end']
      const table = names.map((name, index) => {
        const rows = days[index] ?? []
        const fairness = rows.map((row) => row.fairness)
        return `| ${name.padEnd(15)} | ${seconds(mean(rows.map((row) => row.medianS)))} | ${seconds(mean(rows.map((row) => row.p90S)))} | ${mean(fairness).toFixed(3)} | ${Math.min(...fairness).toFixed(3)} |`
      })
      const total = lived * names.length
      const happened = [...counts].map(([what, times]) => `${what} ${(times / total).toFixed(1)}`)
      const errors = Float64Array.from(errorsMs).sort()
      const comparison =
        names.length < 2
          ? []
          : [
              `${names.at(-1)} against ${names[0]}, the same days: median first response ${compared((row) => row.medianS)};`,
              `  p90 ${compared((row) => row.p90S)}`,
            ]
      return [
        '',
        '| choice          | median first response | p90 | Jain’s index of load over capacity, mean | worst day |',
        '|---|---|---|---|---|',
        ...table,
        '',
        ...comparison,
        `of those who waited, ${honesty.told} had been told an estimate and ${honesty.unknown} that it is not known;`,
        `  within the bound for nine of ten: ${percent(honesty.inTime / honesty.told)}; median error of the expectation ${seconds(quantile(errors, 0.5) / 1000).trim()}`,
        `a day on average: ${happened.join(', ')}`,
      ]
    },
    rows: () => ({ names, days, counts: Object.fromEntries(counts), honesty }),
  }
}
