// One group of writes in one transaction: each decided on what those before it left, all made durable by one fsync (D1).
import { fail, ok, type EpochMs, type ErrorCode, type Result } from '../../protocol/index.ts'
import { judge } from '../../core/conversation/judge.ts'
import type { DecisionContext } from '../../core/conversation/decision-context.ts'
import type { Command, Outcome } from '../../ports/command.ts'
import type { CommittedEntry, CommittedReceipt } from '../../ports/journal.ts'
import type { ConversationMemory } from './conversation-memory.ts'
import type { WriteDb } from './open-database.ts'
import { performRecordWrite, type RecordWrite, type RecordWrites, type RecordWriteType } from './record-write.ts'
import { storageFaultOf } from './storage-fault.ts'
import type { WriteStatements } from './write-statements.ts'
import { writeVerdict } from './write-verdict.ts'

export type Write = Command | RecordWrite
export type WriteAnswer = Result<Outcome | RecordWrites[RecordWriteType]['gives']>

export type BatchAnswer = {
  /** One for each write, in their order. */
  readonly answers: readonly WriteAnswer[]
  readonly entries: readonly CommittedEntry[]
  readonly receipts: readonly CommittedReceipt[]
  /** What went wrong, for the log; without anything a client sent. */
  readonly faults: readonly string[]
}

export type RunBatch = (writes: readonly Write[], now: EpochMs) => BatchAnswer

type Group = { readonly entries: CommittedEntry[]; readonly receipts: CommittedReceipt[] }

const recordWriteTypes: ReadonlySet<string> = new Set<RecordWriteType>([
  'create-visitor',
  'move-visitor',
  'open-session',
  'touch-session',
  'end-session',
  'add-file',
  'remove-files',
  'keep-secret',
])
const isRecordWrite = (write: Write): write is RecordWrite => recordWriteTypes.has(write.type)

export const refuseBatch = (
  writes: readonly Write[],
  code: ErrorCode,
  faults: readonly string[] = [],
): BatchAnswer => ({
  answers: writes.map(() => fail(code)),
  entries: [],
  receipts: [],
  faults,
})

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

/**
 * A write whose own fault it is (a bug of ours) is answered `internal` and left out: the transaction is rolled back and run
 * again without it, so that it costs the others of its group a moment and nothing else. A storage fault fails all of them.
 */
export const createBatchRunner = (
  db: WriteDb,
  context: DecisionContext,
  memory: ConversationMemory,
  statements: WriteStatements,
): RunBatch => {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')

  const perform = (write: Write, now: EpochMs, group: Group): WriteAnswer => {
    if (isRecordWrite(write)) return ok(performRecordWrite(statements, write))
    const judged = judge(context, write, now)
    if (!judged.ok) return judged
    writeVerdict(statements, judged.value)
    memory.wrote(judged.value)
    group.entries.push(...judged.value.entries)
    if (judged.value.receipt) group.receipts.push(judged.value.receipt.committed)
    return ok(judged.value.outcome)
  }

  /** @returns undefined when it has to be run again without one more faulty write. */
  const attempt = (writes: readonly Write[], now: EpochMs, faulty: Set<number>, faults: string[]) => {
    const group: Group = { entries: [], receipts: [] }
    let current: number | undefined
    try {
      begin.run()
      const answers = writes.map((write, index) => {
        current = index
        return faulty.has(index) ? fail('internal') : perform(write, now, group)
      })
      current = undefined
      commit.run()
      return { answers, ...group, faults }
    } catch (error) {
      memory.forget()
      if (db.inTransaction) rollback.run()
      faults.push(describe(error))
      const code = storageFaultOf(error)
      if (code || current === undefined) return refuseBatch(writes, code ?? 'storage_failed', faults)
      faulty.add(current)
      return undefined
    }
  }

  return (writes, now) => {
    const faulty = new Set<number>()
    const faults: string[] = []
    for (;;) {
      const answer = attempt(writes, now, faulty, faults)
      if (answer) return answer
    }
  }
}
