// A data folder opened for its past to be written, on this thread and in one transaction: it is there as a whole after one
// fsync, or not at all. Nobody else may have the folder open.
import type { VisitorId } from '../../protocol/index.ts'
import { prepareContextStatements } from '../../adapters/sqlite/context-statements.ts'
import { makeEpoch } from '../../adapters/sqlite/make-epoch.ts'
import { performRecordWrite } from '../../adapters/sqlite/record-write.ts'
import { createPrepare } from '../../adapters/sqlite/slow-query-log.ts'
import { createConversationMemory } from '../../adapters/sqlite/conversation-memory.ts'
import { createSqliteContext } from '../../adapters/sqlite/sqlite-context.ts'
import { openStorageEngine } from '../../adapters/sqlite/storage-engine.ts'
import { prepareWriteStatements } from '../../adapters/sqlite/write-statements.ts'
import { writeVerdict } from '../../adapters/sqlite/write-verdict.ts'
import type { Random } from '../../ports/random.ts'
import { DEMO_MARK } from './folder-state.ts'
import type { HistoryTarget } from './history-writer.ts'

/** Most of the finished database, so that its pages are not written to the log again and again on the way. */
const CACHE_KIB = 192 * 1024

export type SqliteHistory = {
  readonly target: HistoryTarget
  begin(): void
  /** Marks it as the demo's and makes all of it durable. */
  commit(): void
  rollBack(): void
  /** Entries so far. */
  size(): number
  close(): void
}

export type SqliteHistoryParts = {
  readonly dataDir: string
  readonly random: Random
  readonly nativeBinding: string | undefined
}

/** Of a folder that is `empty`. @throws StoreOpenError */
export const openSqliteHistory = ({ dataDir, random, nativeBinding }: SqliteHistoryParts): SqliteHistory => {
  const engine = openStorageEngine({ dataDir, nativeBinding, epochCandidate: makeEpoch(random) }, () => undefined)
  const { db } = engine
  const prepare = createPrepare(db, () => undefined)
  const statements = prepareWriteStatements(prepare)
  const memory = createConversationMemory()
  const context = createSqliteContext(prepareContextStatements(prepare), memory)
  return {
    target: {
      context,
      write(verdict) {
        writeVerdict(statements, verdict)
        memory.wrote(verdict)
      },
      createVisitor: (profile) => performRecordWrite(statements, { type: 'create-visitor', profile }) as VisitorId, // its row says so
      addFile(file, visitor, at) {
        const owner = { author: { kind: 'visitor', id: 0 }, visitor } as const
        performRecordWrite(statements, { type: 'add-file', file, owner, at })
      },
      moveVisitor: (visitor, page, at) =>
        void performRecordWrite(statements, { type: 'move-visitor', visitor, page, at }),
    },
    begin() {
      db.pragma(`cache_size = -${CACHE_KIB}`)
      db.exec('BEGIN IMMEDIATE')
    },
    commit() {
      statements.insertMeta.run(DEMO_MARK, new Uint8Array([1]))
      db.exec('COMMIT')
    },
    rollBack() {
      memory.forget()
      if (db.inTransaction) db.exec('ROLLBACK')
    },
    size: () => context.head(),
    close: () => engine.close(),
  }
}
