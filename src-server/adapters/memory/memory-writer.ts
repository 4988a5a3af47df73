// Everything that changes the tables, one after another: commands wait in groups as on a disk, just without the disk.
// Resolves in microtasks, so that a simulation with a manual clock stays in charge of the order of things.
import { fail, limits, ok, type EpochMs, type Result } from '../../protocol/index.ts'
import type { Command, Outcome } from '../../ports/command.ts'
import type { CommittedEntry, CommittedGroup, CommittedReceipt } from '../../ports/journal.ts'
import { StorageError, type StorageErrorCode } from '../../ports/storage-error.ts'
import { judge } from '../../core/conversation/judge.ts'
import { createMemoryContext } from './memory-context.ts'
import type { MemoryTables } from './memory-tables.ts'
import { writeVerdict } from './memory-write.ts'

type Group = { readonly entries: CommittedEntry[]; readonly receipts: CommittedReceipt[] }
type Waiting = {
  /** Changes the tables; what it returns settles the caller after the group was published. */
  readonly run: (group: Group) => () => void
  readonly refuse: (code: StorageErrorCode) => void
}

export type MemoryWriter = {
  commit(command: Command): Promise<Result<Outcome>>
  write<T>(change: () => T): Promise<T>
  onCommitted(listener: (group: CommittedGroup) => void): () => void
  /** The next `groups` groups are refused whole; nothing of them is stored. */
  failNext(code: StorageErrorCode, groups: number): void
  /** Groups wait until the returned function is called: a slow disk. */
  hold(): () => void
  /** The process is gone: what waits never settles, and nothing asked later does. */
  crash(): void
}

export const createMemoryWriter = (tables: MemoryTables, now: () => EpochMs): MemoryWriter => {
  const context = createMemoryContext(tables)
  const listeners = new Set<(group: CommittedGroup) => void>()
  let waiting: Waiting[] = []
  let failing: { readonly code: StorageErrorCode; readonly groups: number } | undefined
  let holds = 0
  let isCrashed = false
  let isScheduled = false

  const runGroup = (batch: readonly Waiting[]): void => {
    const group: Group = { entries: [], receipts: [] }
    const settlers = batch.map((item) => item.run(group))
    if (group.entries.length > 0 || group.receipts.length > 0) for (const listener of listeners) listener(group)
    for (const settle of settlers) settle()
  }

  const refuseGroup = (batch: readonly Waiting[], { code, groups }: NonNullable<typeof failing>): void => {
    failing = groups > 1 ? { code, groups: groups - 1 } : undefined
    for (const item of batch) item.refuse(code)
  }

  const flush = (): void => {
    isScheduled = false
    if (isCrashed || holds > 0 || waiting.length === 0) return
    const batch = waiting.slice(0, limits.maxBatchCommands)
    waiting = waiting.slice(limits.maxBatchCommands)
    if (failing) refuseGroup(batch, failing)
    else runGroup(batch)
    schedule()
  }

  const schedule = (): void => {
    if (isScheduled || waiting.length === 0) return
    isScheduled = true
    queueMicrotask(flush)
  }

  const enqueue = (item: Waiting): void => {
    if (isCrashed) return
    if (waiting.length >= limits.maxCommandsWaiting) return item.refuse('storage_busy')
    waiting.push(item)
    schedule()
  }

  const perform = (command: Command, group: Group): Result<Outcome> => {
    const judged = judge(context, command, now())
    if (!judged.ok) return judged
    const verdict = judged.value
    writeVerdict(tables, verdict)
    group.entries.push(...verdict.entries)
    if (verdict.receipt) group.receipts.push(verdict.receipt.committed)
    return ok(verdict.outcome)
  }

  return {
    commit: (command) =>
      new Promise((resolve) => {
        enqueue({
          run(group) {
            const result = perform(command, group)
            return () => resolve(result)
          },
          refuse: (code) => resolve(fail(code)),
        })
      }),
    write: (change) =>
      new Promise((resolve, reject) => {
        enqueue({
          run() {
            const value = change()
            return () => resolve(value)
          },
          refuse: (code) => reject(new StorageError(code)),
        })
      }),
    onCommitted(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    failNext(code, groups) {
      failing = groups > 0 ? { code, groups } : undefined
    },
    hold() {
      holds += 1
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        holds -= 1
        schedule()
      }
    },
    crash() {
      isCrashed = true
      waiting = []
      listeners.clear()
    },
  }
}
