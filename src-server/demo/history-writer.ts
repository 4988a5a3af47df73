// Writes a past into an empty data folder: commands with times of their own, decided by the same core and stored by the
// same code as a running server's, but in large transactions and with one fsync at the end.
import type { ConversationId, EpochMs, FileRef, VisitorId, VisitorProfile } from '../protocol/index.ts'
import { judge } from '../core/conversation/judge.ts'
import type { ConversationState } from '../core/conversation/conversation-state.ts'
import type { Command, Outcome } from '../ports/command.ts'
import type { FileOwner } from '../ports/file-store.ts'
import { prepareContextStatements } from '../adapters/sqlite/context-statements.ts'
import { makeEpoch } from '../adapters/sqlite/make-epoch.ts'
import { createPrepare } from '../adapters/sqlite/slow-query-log.ts'
import { createSqliteContext } from '../adapters/sqlite/sqlite-context.ts'
import { openStorageEngine } from '../adapters/sqlite/storage-engine.ts'
import { performRecordWrite } from '../adapters/sqlite/record-write.ts'
import { prepareWriteStatements } from '../adapters/sqlite/write-statements.ts'
import { writeVerdict } from '../adapters/sqlite/write-verdict.ts'
import { createSystemRandom } from '../adapters/system/system-random.ts'

export type HistoryWriter = {
  newVisitor(profile: Omit<VisitorProfile, 'id'>): VisitorId
  addFile(file: FileRef, owner: FileOwner, at: EpochMs): void
  /** Times must not fall. Throws when the core refuses: a history that could not have happened is a bug of the story. */
  act(command: Command, at: EpochMs): Outcome
  conversation(id: ConversationId): ConversationState | undefined
  /** Makes everything durable and lets go of the folder. */
  finish(): void
}

/** Commands in one transaction: larger ones gain nothing and make the log long. */
const COMMANDS_PER_TRANSACTION = 20_000

/** @throws StoreOpenError when the folder cannot be used. */
export const openHistoryWriter = (dataDir: string, nativeBinding?: string): HistoryWriter => {
  const epochCandidate = makeEpoch(createSystemRandom())
  const { db, close } = openStorageEngine({ dataDir, nativeBinding, epochCandidate }, () => undefined)
  const prepare = createPrepare(db, () => undefined)
  const context = createSqliteContext(prepareContextStatements(prepare))
  const statements = prepareWriteStatements(prepare)
  // A crash before `finish` leaves a half-made demo, which is deleted and made again.
  db.pragma('synchronous = OFF')
  db.exec('BEGIN')
  let inTransaction = 0
  const step = (): void => {
    inTransaction += 1
    if (inTransaction < COMMANDS_PER_TRANSACTION) return
    db.exec('COMMIT')
    db.exec('BEGIN')
    inTransaction = 0
  }
  return {
    newVisitor: (profile) => performRecordWrite(statements, { type: 'create-visitor', profile }) as VisitorId, // its row says so
    addFile: (file, owner, at) => void performRecordWrite(statements, { type: 'add-file', file, owner, at }),
    act: (command, at) => {
      step()
      const judged = judge(context, command, at)
      if (!judged.ok) throw new Error(`the demo's story is impossible: ${command.type} is ${judged.code}`)
      writeVerdict(statements, judged.value)
      return judged.value.outcome
    },
    conversation: (id) => context.conversation(id),
    finish: () => {
      db.exec('COMMIT')
      db.pragma('synchronous = FULL')
      db.pragma('wal_checkpoint(TRUNCATE)')
      close()
    },
  }
}
