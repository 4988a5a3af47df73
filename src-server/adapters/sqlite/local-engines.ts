// The three engines on the calling thread: for tests and the command line's one-off work.
import { createLocalApi } from './local-api.ts'
import { openMaintenanceEngine, type MaintenanceApi } from './maintenance-engine.ts'
import { openReaderEngine, type ReaderApi } from './reader-engine.ts'
import type { RemoteApi } from './remote-api.ts'
import { openStorageEngine, type StorageApi } from './storage-engine.ts'
import type { StorageThreadParts, StorageThreads } from './storage-threads.ts'

export const openLocalEngines = async ({ birth, onSlow, freeBytes }: StorageThreadParts): Promise<StorageThreads> => {
  const engine = openStorageEngine(birth, onSlow, freeBytes)
  const storage = createLocalApi<StorageApi>(engine)
  const reader = createLocalApi<ReaderApi>(openReaderEngine(birth, onSlow))
  let maintenance: RemoteApi<MaintenanceApi> | undefined
  return {
    storage,
    ready: engine.ready,
    // What one turn of the event loop brings. No clock: a test's stands still, and a command line must not end before it.
    gather(task) {
      const turn = setImmediate(task)
      return () => clearImmediate(turn)
    },
    onStorageRestarted: () => undefined,
    reads: () => reader,
    maintenance: async () => (maintenance ??= createLocalApi<MaintenanceApi>(openMaintenanceEngine(birth))),
    reader: async () => reader,
    async close() {
      await maintenance?.close()
      await reader.close()
      await storage.close()
    },
  }
}
