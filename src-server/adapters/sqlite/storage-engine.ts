// The synchronous heart: the one connection that writes, with everything prepared. Runs on the storage thread.
import { mkdirSync } from 'node:fs'
import { limits, type Epoch, type EpochMs, type Offset } from '../../protocol/index.ts'
import { restartLog } from './checkpoint.ts'
import { prepareContextStatements } from './context-statements.ts'
import { createConversationMemory } from './conversation-memory.ts'
import { dataFilesOf } from './data-files.ts'
import { lockData } from './data-lock.ts'
import { freeDiskBytes } from './free-disk.ts'
import { createJournalReads, type JournalReads } from './journal-reads.ts'
import { checkOurs, migrate } from './migrate.ts'
import { openWriteDb, type ReadDb, type WriteDb } from './open-database.ts'
import { prepareReadStatements } from './read-statements.ts'
import { createRecordReads, type RecordReads } from './record-reads.ts'
import type { Engine } from './remote-api.ts'
import { createBatchRunner, refuseBatch, type BatchAnswer, type Write } from './run-batch.ts'
import { createPrepare, type OnSlowQuery } from './slow-query-log.ts'
import { createSqliteContext } from './sqlite-context.ts'
import { whyNotOpened } from './why-not-opened.ts'
import type { WorkerBirth } from './worker-messages.ts'
import { prepareWriteStatements, type WriteStatements } from './write-statements.ts'

export type Reads = JournalReads & RecordReads
export type StorageApi = Reads & {
  runBatch(writes: readonly Write[], now: EpochMs): BatchAnswer
  /** Moves the rest of a log that was just moved, and begins it anew. False: a reader was in the way. */
  restartLog(): boolean
}
export type StorageReady = { readonly epoch: Epoch; readonly head: Offset }

export const createReads = (db: ReadDb, onSlow: OnSlowQuery): Reads => {
  const statements = prepareReadStatements(createPrepare(db, onSlow))
  return { ...createJournalReads(db, statements), ...createRecordReads(statements) }
}

/** Until the reader's thread is up, its reads are answered here; what they need is prepared only when the first comes. */
const withLateReads = <Own extends object>(own: Own, db: ReadDb, onSlow: OnSlowQuery): Own & Reads => {
  let reads: Reads | undefined
  const lookUp = (target: Own, name: string | symbol): unknown =>
    name in target ? target[name as keyof Own] : (reads ??= createReads(db, onSlow))[name as keyof Reads]
  return new Proxy(own, { get: lookUp }) as Own & Reads // what `own` lacks, the reads have
}

/** A desk whose disk is nearly full still starts: what is there can be read. */
const isNeededToStart = (write: Write): boolean => write.type === 'keep-secret'

const epochOf = (statements: WriteStatements, candidate: string): Epoch => {
  statements.insertMeta.run('epoch', new TextEncoder().encode(candidate))
  const stored = statements.meta.get('epoch')?.value
  return new TextDecoder().decode(stored) as Epoch
}

export type StorageEngine = Engine<StorageApi, StorageReady> & { readonly db: WriteDb }

/**
 * Takes the data folder's lock, brings the database up to date and is ready for commits. Counts and checks nothing, so that
 * it starts as quickly with ten million messages as with none.
 * @throws StoreOpenError
 */
export const openStorageEngine = (
  birth: WorkerBirth,
  onSlow: OnSlowQuery,
  freeBytes: (dir: string) => number = freeDiskBytes,
): StorageEngine => {
  const { dataDir, nativeBinding } = birth
  const files = dataFilesOf(dataDir)
  const open = () => {
    mkdirSync(dataDir, { recursive: true })
    const lock = lockData(files.lock, { nativeBinding })
    try {
      const db = openWriteDb(files.database, { nativeBinding }, (found) => checkOurs(found, files.database))
      migrate(db)
      return { db, lock }
    } catch (error) {
      lock.release()
      throw error
    }
  }
  const prepareAll = (db: WriteDb) => {
    const prepare = createPrepare(db, onSlow)
    const statements = prepareWriteStatements(prepare)
    const memory = createConversationMemory()
    return { statements, memory, context: createSqliteContext(prepareContextStatements(prepare), memory) }
  }
  try {
    const { db, lock } = open()
    const { statements, memory, context } = prepareAll(db)
    const run = createBatchRunner(db, context, memory, statements)
    const runBatch = (writes: readonly Write[], now: EpochMs): BatchAnswer =>
      freeBytes(dataDir) < limits.minFreeDiskBytes && !writes.every(isNeededToStart)
        ? refuseBatch(writes, 'storage_full')
        : run(writes, now)
    const epoch = epochOf(statements, birth.epochCandidate)
    return {
      db,
      ready: { epoch, head: context.head() },
      api: withLateReads({ runBatch, restartLog: () => restartLog(db) }, db, onSlow),
      close() {
        db.close()
        lock.release()
      },
    }
  } catch (error) {
    throw whyNotOpened(error, dataDir, files.database)
  }
}
