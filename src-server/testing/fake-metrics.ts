// Metrics that a test can read back.
import type { CounterName, GaugeName, HistogramName, Labels, Metrics } from '../ports/metrics.ts'

export type FakeMetrics = Metrics & {
  /** Sum over all counts whose labels contain the given ones. */
  counted(name: CounterName, labels?: Labels): number
  gaugeOf(name: GaugeName): number | undefined
  observations(name: HistogramName): readonly number[]
}

export const createFakeMetrics = (): FakeMetrics => {
  const counts: { readonly name: CounterName; readonly labels: Labels; readonly by: number }[] = []
  const gauges = new Map<GaugeName, number>()
  const observed = new Map<HistogramName, number[]>()
  return {
    count: (name, labels = {}, by = 1) => void counts.push({ name, labels, by }),
    gauge: (name, value) => void gauges.set(name, value),
    observe(name, value) {
      observed.set(name, [...(observed.get(name) ?? []), value])
    },
    counted: (name, labels = {}) =>
      counts
        .filter(
          (count) => count.name === name && Object.entries(labels).every(([key, value]) => count.labels[key] === value),
        )
        .reduce((sum, count) => sum + count.by, 0),
    gaugeOf: (name) => gauges.get(name),
    observations: (name) => observed.get(name) ?? [],
  }
}
