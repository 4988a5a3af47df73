import { StorageError } from '../../ports/storage-error.ts'
import type { Engine, RemoteApi } from './remote-api.ts'
import { storageFaultOf } from './storage-fault.ts'

/** The engine on this very thread: for tests, the command line's one-off work, and runtimes without workers. */
export const createLocalApi = <Api>(engine: Engine<Api, unknown>): RemoteApi<Api> => ({
  async call(name, ...args) {
    const run = engine.api[name] as (...values: typeof args) => never // the surface's type pairs names with functions
    try {
      return run(...args)
    } catch (error) {
      const code = storageFaultOf(error)
      throw code ? new StorageError(code) : error
    }
  },
  async close() {
    engine.close()
  },
})
