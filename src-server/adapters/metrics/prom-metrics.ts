// The Metrics port on prom-client. One registry for one server, so that two servers in one test do not share counts.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { CounterName, GaugeName, HistogramName, Labels, Metrics } from '../../ports/metrics.ts'
import { counterHelp, gaugeHelp, histogramTable } from './metric-help.ts'

export type PromMetrics = Metrics & {
  /** The Prometheus text format. */
  text(): Promise<string>
  readonly contentType: string
}

const PREFIX = 'frontdesk_'

/** Every label anybody may use; each value set is small and fixed. Others are dropped rather than trusted to stay few. */
const labelNames = [
  'kind',
  'reason',
  'outcome',
  'type',
  'code',
  'query',
  'statement',
  'what',
  'method',
  'status',
] as const
const isKnown = (name: string): boolean => labelNames.some((known) => known === name)

const known = (labels: Labels): Labels => {
  for (const name in labels)
    if (!isKnown(name)) return Object.fromEntries(Object.entries(labels).filter(([key]) => isKnown(key)))
  return labels
}

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(table) as Key[]

/** Of the library's own, those that walk every open socket each time they are asked: 40 ms of everybody's time with 10,000 of them. */
const walkEverySocket = [
  'process_open_fds',
  'nodejs_active_handles',
  'nodejs_active_handles_total',
  'nodejs_active_requests',
  'nodejs_active_requests_total',
  'nodejs_active_resources',
  'nodejs_active_resources_total',
]

const collectProcess = (registry: Registry): void => {
  collectDefaultMetrics({ register: registry })
  for (const name of walkEverySocket) registry.removeSingleMetric(name)
}

export const createPromMetrics = (): PromMetrics => {
  const registry = new Registry()
  const registers = [registry]
  const counters = new Map<CounterName, Counter>()
  const gauges = new Map<GaugeName, Gauge>()
  const histograms = new Map<HistogramName, Histogram>()
  for (const name of keysOf(counterHelp))
    counters.set(name, new Counter({ name: PREFIX + name, help: counterHelp[name], labelNames, registers }))
  for (const name of keysOf(gaugeHelp))
    gauges.set(name, new Gauge({ name: PREFIX + name, help: gaugeHelp[name], labelNames, registers }))
  for (const name of keysOf(histogramTable)) {
    const { help, buckets } = histogramTable[name]
    histograms.set(name, new Histogram({ name: PREFIX + name, help, buckets: [...buckets], labelNames, registers }))
  }
  // Observing the event loop and the garbage collector costs a little all the time: only for those who look.
  let observesProcess = false
  return {
    count: (name, labels = {}, by = 1) => counters.get(name)?.inc(known(labels), by),
    gauge: (name, value, labels = {}) => gauges.get(name)?.set(known(labels), value),
    observe: (name, value, labels = {}) => histograms.get(name)?.observe(known(labels), value),
    text: () => {
      if (!observesProcess) collectProcess(registry)
      observesProcess = true
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}
