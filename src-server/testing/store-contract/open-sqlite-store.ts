// A SQLite store in a folder of its own, for tests.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createSqliteStore,
  type SqliteStore,
  type SqliteStoreOptions,
} from '../../adapters/sqlite/create-sqlite-store.ts'
import { createFakeLogger, type FakeLogger } from '../fake-logger.ts'
import { createFakeMetrics, type FakeMetrics } from '../fake-metrics.ts'
import { createSeededRandom } from '../seeded-random.ts'
import { createContractClock } from './contract-clock.ts'
import type { OpenedStore } from './open-store.ts'

export type OpenedSqliteStore = Omit<OpenedStore, 'store' | 'reopen'> & {
  readonly store: SqliteStore
  readonly dataDir: string
  readonly logger: FakeLogger
  readonly metrics: FakeMetrics
  reopen(): Promise<SqliteStore>
}

export const openContractStore = async (
  extra: Pick<SqliteStoreOptions, 'inThread' | 'freeBytes' | 'startWorker'> & { readonly dataDir?: string } = {},
): Promise<OpenedSqliteStore> => {
  const dataDir = extra.dataDir ?? mkdtempSync(join(tmpdir(), 'frontdesk-store-'))
  const clock = createContractClock()
  const logger = createFakeLogger()
  const metrics = createFakeMetrics()
  const random = createSeededRandom(Math.trunc(performance.now()))
  const open = (): Promise<SqliteStore> => createSqliteStore({ ...extra, dataDir, clock, random, logger, metrics })
  const store = await open()
  let current: SqliteStore | undefined = store
  return {
    store,
    dataDir,
    clock,
    logger,
    metrics,
    async reopen() {
      await current?.journal.close()
      current = await open()
      return current
    },
    async dispose() {
      await current?.journal.close()
      current = undefined
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
