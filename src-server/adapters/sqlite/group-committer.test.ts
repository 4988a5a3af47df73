import { expect, it } from 'vitest'
import { limits, ok, type Offset } from '../../protocol/index.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { settle } from '../../testing/settle.ts'
import type { CommittedEntry, CommittedReceipt } from '../../ports/journal.ts'
import { StorageError } from '../../ports/storage-error.ts'
import { createGroupCommitter, type GroupCommitterParts } from './group-committer.ts'
import type { BatchAnswer, Write } from './run-batch.ts'

type Posted = {
  readonly writes: readonly Write[]
  readonly answer: (extra?: Partial<BatchAnswer>) => Promise<void>
  readonly die: () => Promise<void>
}

const write: Write = { type: 'touch-session', id: 1 as never, at: 1 as never }
const entryAt = (offset: number) => ({ entry: { offset } }) as unknown as CommittedEntry

const setUp = () => {
  const clock = createManualClock()
  const metrics = createFakeMetrics()
  const logger = createFakeLogger()
  const posted: Posted[] = []
  let journal: readonly CommittedEntry[] = []
  let receipts: readonly CommittedReceipt[] = []
  const call = (name: string, ...args: readonly unknown[]): Promise<unknown> => {
    const [after] = args as [number]
    if (name === 'committedAfter') return Promise.resolve(journal.filter(({ entry }) => entry.offset > after))
    if (name === 'committedReceiptsSince') return Promise.resolve(receipts)
    const writes = args[0] as readonly Write[]
    return new Promise((resolve, reject) => {
      posted.push({
        writes,
        answer: (extra) => {
          resolve({ answers: writes.map(() => ok(undefined)), entries: [], receipts: [], faults: [], ...extra })
          return settle()
        },
        die: () => {
          reject(new StorageError('storage_failed'))
          return settle()
        },
      })
    })
  }
  const committer = createGroupCommitter({
    storage: { call } as unknown as GroupCommitterParts['storage'],
    head: 0 as Offset,
    gather: (task) => clock.after(limits.groupCommitMs, task),
    clock,
    logger,
    metrics,
  })
  const storeUnheard = (entries: readonly CommittedEntry[], marks: readonly CommittedReceipt[] = []): void => {
    journal = entries
    receipts = marks
  }
  return { clock, metrics, logger, posted, committer, storeUnheard }
}

it('what arrives within a moment goes as one group, and nothing goes before', async () => {
  const { clock, posted, committer } = setUp()
  const answers = [committer.write(write), committer.write(write), committer.write(write)]
  expect(posted).toHaveLength(0)
  clock.advance(limits.groupCommitMs)
  expect(posted.map((group) => group.writes.length)).toEqual([3])
  await posted[0]?.answer()
  expect(await Promise.all(answers)).toEqual([ok(undefined), ok(undefined), ok(undefined)])
})

it('[D9] a group is bounded, at most two are on their way, and the rest waits its turn', async () => {
  const { clock, posted, committer } = setUp()
  for (let count = 0; count < limits.maxBatchCommands * 3 + 5; count += 1) void committer.write(write)
  clock.advance(limits.groupCommitMs)
  expect(posted.map((group) => group.writes.length)).toEqual([limits.maxBatchCommands, limits.maxBatchCommands])
  await posted[0]?.answer()
  expect(posted).toHaveLength(3)
  await posted[1]?.answer()
  expect(posted[3]?.writes).toHaveLength(5)
})

it('[D9] past the bound of waiting writes a sender is told so at once, and it is counted', async () => {
  const { committer, metrics } = setUp()
  const most = limits.maxCommandsWaiting + 2 * limits.maxBatchCommands
  for (let count = 0; count < most; count += 1) void committer.write(write)
  expect(await committer.write(write)).toEqual({ ok: false, code: 'storage_busy' })
  expect(metrics.counted('dropped_total', { reason: 'storage_busy' })).toBe(1)
})

it('[D1] listeners hear of a group before its writers, and one that throws harms neither the others nor the writers', async () => {
  const { clock, posted, committer, logger } = setUp()
  const heard: string[] = []
  committer.onCommitted(() => {
    heard.push('first')
    throw new Error('a bug of the listener')
  })
  committer.onCommitted(() => void heard.push('second'))
  const answered = committer.write(write).then(() => heard.push('writer'))
  clock.advance(limits.groupCommitMs)
  await posted[0]?.answer({ entries: [entryAt(1), entryAt(2)] })
  await answered
  expect(heard).toEqual(['first', 'second', 'writer'])
  expect(committer.head()).toBe(2)
  expect(logger.lines.map((line) => line.level)).toEqual(['error'])
})

it('[D1] after the thread died nothing is sent until what it stored unheard was announced', async () => {
  const { clock, posted, committer, storeUnheard } = setUp()
  const heard: Offset[] = []
  committer.onCommitted((group) => heard.push(...group.entries.map(({ entry }) => entry.offset)))
  const lost = committer.write(write)
  clock.advance(limits.groupCommitMs)
  await posted[0]?.die()
  expect(await lost).toEqual({ ok: false, code: 'storage_failed' })
  const next = committer.write(write)
  clock.advance(limits.groupCommitMs)
  expect(posted).toHaveLength(1)
  storeUnheard([entryAt(1)])
  await committer.recover()
  expect(heard).toEqual([1])
  expect(posted).toHaveLength(2)
  await posted[1]?.answer()
  expect(await next).toEqual(ok(undefined))
})

it('[D1] [D6.2] what a dead thread stored is announced from the first entry that nobody heard of, marks before entries', async () => {
  const { clock, posted, committer, storeUnheard } = setUp()
  const heard: string[] = []
  committer.onCommitted(({ entries, receipts }) => {
    heard.push(...receipts.map(({ mark }) => `mark ${mark.read}`), ...entries.map(({ entry }) => `${entry.offset}`))
  })
  void committer.write(write)
  clock.advance(limits.groupCommitMs)
  await posted[0]?.answer({ entries: [entryAt(1), entryAt(2)] })
  void committer.write(write)
  clock.advance(limits.groupCommitMs)
  await posted[1]?.die()
  const mark = { mark: { read: 2 } } as unknown as CommittedReceipt
  storeUnheard([1, 2, 3, 4].map(entryAt), [mark])
  await committer.recover()
  expect(heard).toEqual(['1', '2', 'mark 2', '3', '4'])
  expect(committer.head()).toBe(4)
})

it('draining sends what waits at once and resolves when it is answered', async () => {
  const { posted, committer, clock } = setUp()
  void committer.write(write)
  let isDrained = false
  void committer.drained().then(() => (isDrained = true))
  await settle()
  expect(posted).toHaveLength(1)
  expect(isDrained).toBe(false)
  await posted[0]?.answer()
  expect(isDrained).toBe(true)
  expect(clock.waiting).toBe(0)
  await committer.drained()
})
