// The store on SQLite: puts threads, committer and ports together. The calling thread itself never touches the database.
import type { Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { Random } from '../../ports/random.ts'
import type { Store } from '../../ports/store.ts'
import { createGroupCommitter } from './group-committer.ts'
import { startMaintenance } from './maintenance-schedule.ts'
import { makeEpoch } from './make-epoch.ts'
import { createAsk } from './read-queries.ts'
import type { SlowQuery } from './slow-query-log.ts'
import { createSqliteJournal } from './sqlite-journal.ts'
import {
  createSqliteAccounts,
  createSqliteFiles,
  createSqliteSecrets,
  createSqliteVisitors,
  createWriteRecord,
} from './sqlite-records.ts'
import { startStorageThreads } from './storage-threads.ts'
import { toStoreOpenError } from './store-open-error.ts'
import type { StartWorker } from './worker-api.ts'

export type SqliteStoreOptions = {
  readonly dataDir: string
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly metrics: Metrics
  /** All engines on the calling thread: tests and the command line's one-off work. Default: worker threads. */
  readonly inThread?: boolean
  /** Path of another build of SQLite's addon, for runtimes that the shipped one does not fit. */
  readonly nativeBinding?: string | undefined
  /** In-thread only: how a test makes the disk full. */
  readonly freeBytes?: (dir: string) => number
  /** With workers only: how a test gets hold of the threads. */
  readonly startWorker?: StartWorker
}

export type SqliteStore = Store & {
  /** Brings the full-text index up to the journal's head. */
  indexAll(): Promise<void>
  /** Copies the database, in use or not, into a new file. @throws StoreOpenError */
  backUpTo(target: string): Promise<void>
}

/** Ready for commits when it resolves. Rejects with a StoreOpenError that says why a data folder cannot be used. */
export const createSqliteStore = async (options: SqliteStoreOptions): Promise<SqliteStore> => {
  const { dataDir, clock, random, logger, metrics, nativeBinding } = options
  const onSlow = ({ statement, ms }: SlowQuery): void => {
    metrics.count('slow_queries_total', { statement })
    logger.warn({ statement, ms: Math.round(ms) }, 'a slow query')
  }
  const birth = { dataDir, nativeBinding, epochCandidate: makeEpoch(random) }
  const open = options.inThread ? (await import('./local-engines.ts')).openLocalEngines : startStorageThreads
  const { freeBytes, startWorker } = options
  const threads = await open({ birth, clock, logger, onSlow, freeBytes, startWorker }).catch((error: unknown) => {
    throw toStoreOpenError(error, dataDir)
  })

  const committer = createGroupCommitter({
    storage: threads.storage,
    head: threads.ready.head,
    gather: (task) => threads.gather(task),
    clock,
    logger,
    metrics,
  })
  threads.onStorageRestarted(() => {
    committer.recover().catch((error: unknown) => {
      // It died again: the next restart recovers.
      logger.error({ error }, 'could not read what a dead storage thread had committed')
    })
  })
  const maintenance = startMaintenance({
    engine: () => threads.maintenance(),
    storage: threads.storage,
    head: () => committer.head(),
    clock,
    logger,
    metrics,
  })
  const ask = createAsk(() => threads.reads(), metrics)
  const write = createWriteRecord(committer)
  const close = async (): Promise<void> => {
    maintenance.stop()
    await committer.drained()
    await threads.close()
  }

  return {
    journal: createSqliteJournal(threads.ready, committer, ask, close),
    accounts: createSqliteAccounts(ask, write),
    visitors: createSqliteVisitors(ask, write),
    files: createSqliteFiles(ask, write),
    secrets: createSqliteSecrets(write, random),
    search: { slice: async (reader, query) => (await threads.reader()).call('search', reader, query) },
    indexAll: () => maintenance.indexAll(),
    backUpTo: async (target) => (await threads.maintenance()).call('backUp', target),
  }
}
