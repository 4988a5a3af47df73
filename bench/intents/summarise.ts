// Figures of a run of the intent evaluation.
import type { Judged, SeedRun } from './evaluate-seed.ts'

export type Figures = {
  /** The best intent is the right one, whatever the confidence. */
  readonly accuracy: number
  /** The verdict is the right one: unknown counts as wrong. */
  readonly inScopeAccuracy: number
  readonly rejected: number
  readonly byLanguage: Readonly<Record<string, number>>
  /** Undefined without any out-of-scope sentences. */
  readonly oosRecall: number | undefined
  /** Mean distance between confidence and share of right answers, in ten bins (Naeini 2015). */
  readonly calibrationError: number
  readonly trainMs: number
  readonly embedMs: number
  readonly p50Ms: number
  readonly p99Ms: number
}

const share = (rows: readonly Judged[], holds: (row: Judged) => boolean): number =>
  rows.length === 0 ? Number.NaN : rows.filter(holds).length / rows.length

const isBestRight = ({ best, label }: Judged): boolean => best === label

const quantile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

const calibrationError = (rows: readonly Judged[]): number => {
  const bins = Map.groupBy(rows, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)))
  let error = 0
  for (const bin of bins.values())
    error += Math.abs(bin.reduce((sum, row) => sum + row.confidence - (isBestRight(row) ? 1 : 0), 0))
  return error / rows.length
}

const languages = { han: 'zh', other: 'en', mixed: 'mixed' } as const

export const summarise = ({ test, oos, trainMs, embedMs }: SeedRun): Figures => {
  const byScript = Map.groupBy(test, ({ script }) => languages[script])
  const times = [...test, ...oos].map(({ tookMs }) => tookMs)
  return {
    accuracy: share(test, isBestRight),
    inScopeAccuracy: share(test, ({ said, label }) => said === label),
    rejected: share(test, ({ said }) => said === ''),
    byLanguage: Object.fromEntries([...byScript].map(([language, rows]) => [language, share(rows, isBestRight)])),
    oosRecall: oos.length === 0 ? undefined : share(oos, ({ said }) => said === ''),
    calibrationError: calibrationError(test),
    trainMs,
    embedMs,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  }
}

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
