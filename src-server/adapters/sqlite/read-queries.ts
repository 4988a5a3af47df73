// Asks the read side: bounded (D9), and timed by the question's name.
import { limits } from '../../protocol/index.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { StorageError } from '../../ports/storage-error.ts'
import type { RemoteApi } from './remote-api.ts'
import type { Reads } from './storage-engine.ts'

export type Asked = RemoteApi<Reads>['call']

export const createAsk = (reads: () => Pick<RemoteApi<Reads>, 'call'>, metrics: Metrics): Asked => {
  let waiting = 0
  return async (name, ...args) => {
    if (waiting >= limits.maxReadsWaiting) {
      metrics.count('dropped_total', { what: 'read', reason: 'storage_busy' })
      throw new StorageError('storage_busy')
    }
    const started = performance.now()
    waiting += 1
    try {
      return await reads().call(name, ...args)
    } finally {
      waiting -= 1
      metrics.observe('query_seconds', (performance.now() - started) / 1000, { query: name })
    }
  }
}
