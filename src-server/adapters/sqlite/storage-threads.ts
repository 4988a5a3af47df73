// The three engines on a thread each. Nothing here loads SQLite into the calling thread.
import { limits } from '../../protocol/index.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import type { MaintenanceApi } from './maintenance-engine.ts'
import type { ReaderApi } from './reader-engine.ts'
import type { RemoteApi } from './remote-api.ts'
import type { OnSlowQuery } from './slow-query-log.ts'
import type { Reads, StorageApi, StorageReady } from './storage-engine.ts'
import { startWorkerApi, type StartWorker, type WorkerApi } from './worker-api.ts'
import type { WorkerBirth } from './worker-messages.ts'

export type StorageThreads = {
  readonly storage: RemoteApi<StorageApi>
  readonly ready: StorageReady
  /** Runs the task when the moment to gather a group of writes is over. */
  gather(task: () => void): Cancel
  onStorageRestarted(listener: () => void): void
  /** Who answers reads at this moment: the reader once it is up, the storage thread before. */
  reads(): Pick<RemoteApi<Reads>, 'call'>
  /** The reader itself, once it is up. */
  reader(): Promise<RemoteApi<ReaderApi>>
  /** Starts its engine on the first call. */
  maintenance(): Promise<RemoteApi<MaintenanceApi>>
  close(): Promise<void>
}

export type StorageThreadParts = {
  readonly birth: WorkerBirth
  readonly clock: Clock
  readonly logger: Logger
  readonly onSlow: OnSlowQuery
  readonly freeBytes?: ((dir: string) => number) | undefined
  readonly startWorker?: StartWorker | undefined
}

export const startStorageThreads = async ({
  birth,
  clock,
  logger,
  onSlow,
  startWorker,
}: StorageThreadParts): Promise<StorageThreads> => {
  const start = <Api, Ready>(name: Parameters<typeof startWorkerApi>[0]['name']): WorkerApi<Api, Ready> =>
    startWorkerApi<Api, Ready>({
      name,
      birth,
      clock,
      logger,
      onSlow,
      startWorker,
      mayGiveUp: name === 'storage-worker',
    })
  const storage = start<StorageApi, StorageReady>('storage-worker')
  const ready = await storage.ready
  // Not before the storage thread made the file, and not waited for: a start should not pay for it.
  const reader = start<ReaderApi, undefined>('reader-worker')
  let maintenance: WorkerApi<MaintenanceApi, undefined> | undefined
  return {
    storage,
    ready,
    gather: (task) => clock.after(limits.groupCommitMs, task),
    onStorageRestarted: (listener) => storage.onRestarted(listener),
    reads: () => (reader.isUp() ? reader : storage),
    async maintenance() {
      maintenance ??= start<MaintenanceApi, undefined>('maintenance-worker')
      await maintenance.ready
      return maintenance
    },
    async reader() {
      await reader.ready
      return reader
    },
    async close() {
      await Promise.all([reader.close(), maintenance?.close()])
      await storage.close()
    },
  }
}
