// Asks the read side, timed by the question's name.
import type { Metrics } from '../../ports/metrics.ts'
import type { RemoteApi } from './remote-api.ts'
import type { Reads } from './storage-engine.ts'

export type Asked = RemoteApi<Reads>['call']

export const createAsk =
  (reads: () => Pick<RemoteApi<Reads>, 'call'>, metrics: Metrics): Asked =>
  async (name, ...args) => {
    const started = performance.now()
    try {
      return await reads().call(name, ...args)
    } finally {
      metrics.observe('query_seconds', (performance.now() - started) / 1000, { query: name })
    }
  }
