// Metrics from the first moment on, without waiting for the library that keeps them: what happens before it is loaded is
// remembered and told it then.
import type { Metrics } from '../../ports/metrics.ts'

export type LateMetrics = Metrics & {
  /** From now on everything goes there, what was remembered first. */
  tell(metrics: Metrics): void
}

/** Some thousand counts happen in a start; a library that never comes must not fill the memory. */
const MAX_REMEMBERED = 100_000

/** `observed` hears every duration at once, also what is remembered. */
export const createLateMetrics = (observed: Metrics['observe'] = () => undefined): LateMetrics => {
  const remembered: ((metrics: Metrics) => void)[] = []
  let told: Metrics | undefined
  const later = (call: (metrics: Metrics) => void): void => {
    if (remembered.length < MAX_REMEMBERED) remembered.push(call)
  }
  return {
    count: (...args) => (told ? told.count(...args) : later((metrics) => metrics.count(...args))),
    gauge: (...args) => (told ? told.gauge(...args) : later((metrics) => metrics.gauge(...args))),
    observe: (...args) => {
      observed(...args)
      if (told) told.observe(...args)
      else later((metrics) => metrics.observe(...args))
    },
    tell: (metrics) => {
      told = metrics
      for (const call of remembered.splice(0)) call(metrics)
    },
  }
}
