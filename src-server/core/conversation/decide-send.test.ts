import { expect, it } from 'vitest'
import { createMemoryContext } from '../../adapters/memory/memory-context.ts'
import { emptyTables } from '../../adapters/memory/memory-tables.ts'
import { writeVerdict } from '../../adapters/memory/memory-write.ts'
import { limits, type EpochMs, type VisitorId } from '../../protocol/index.ts'
import type { SendCommand } from '../../ports/command.ts'
import { somebody } from '../../testing/store-contract/store-actions.ts'
import { judge } from './judge.ts'

it('[D9] a full queue takes nobody new, and everybody in it may go on writing', () => {
  const tables = emptyTables('epoch' as never)
  const [inside, outside] = [1 as VisitorId, 2 as VisitorId]
  for (const id of [inside, outside]) tables.visitors.set(id, { ...somebody, id })
  let queueLength = limits.maxQueueLength - 1
  const context = { ...createMemoryContext(tables), isQueueAtLeast: (length: number) => queueLength >= length }
  let count = 0
  const say = (visitor: VisitorId) => {
    count += 1
    const actor = { kind: 'visitor', id: visitor } as const
    const cid = `cid-number-${count}`
    const command: SendCommand = { type: 'send', actor, conversation: 0 as never, cid, text: 'hi', files: [] }
    const judged = judge(context, command, count as EpochMs)
    if (judged.ok) writeVerdict(tables, judged.value)
    return judged.ok ? 'stored' : judged.code
  }
  expect(say(inside)).toBe('stored')
  queueLength += 1
  expect(say(outside)).toBe('queue_full')
  expect(say(inside)).toBe('stored')
})
