import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ConversationId, EpochMs } from '../../protocol/index.ts'
import { createWaitingQueue, type Waiting } from './waiting-queue.ts'

const waiting = (id: number, queuedAt: number, priority = 0): Waiting => ({
  id: id as ConversationId,
  queuedAt: queuedAt as EpochMs,
  priority,
})

it('[D7.3] who waits longest comes first; of two who came together, the earlier conversation', () => {
  const queue = createWaitingQueue()
  for (const [id, queuedAt] of [
    [5, 30],
    [2, 10],
    [9, 20],
    [1, 20],
  ] as const)
    queue.add(waiting(id, queuedAt))
  expect([...queue]).toEqual([2, 1, 9, 5])
  queue.add(waiting(5, 5))
  expect([...queue]).toEqual([5, 2, 1, 9])
  expect(queue.remove(2 as ConversationId)).toBe(true)
  expect(queue.remove(2 as ConversationId)).toBe(false)
  expect([...queue]).toEqual([5, 1, 9])
})

it('[D7.3] stays in order and loses nobody, whatever comes and goes', () => {
  const change = fc.record({ id: fc.nat(20), queuedAt: fc.nat(5), priority: fc.nat(2), leaves: fc.boolean() })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const queue = createWaitingQueue()
      const model = new Map<number, Waiting>()
      for (const { id, queuedAt, priority, leaves } of changes) {
        const isThere = model.has(id)
        expect(queue.has(id as ConversationId)).toBe(isThere)
        expect(queue.remove(id as ConversationId)).toBe(isThere)
        model.delete(id)
        if (leaves) continue
        queue.add(waiting(id, queuedAt, priority))
        model.set(id, waiting(id, queuedAt, priority))
      }
      const inFront = ({ queuedAt }: Waiting): number => (queuedAt === 0 ? 0 : 1)
      const expected = [...model.values()]
        .toSorted(
          (a, b) =>
            inFront(a) - inFront(b) || inFront(a) * (b.priority - a.priority) || a.queuedAt - b.queuedAt || a.id - b.id,
        )
        .map(({ id }) => id)
      expect([...queue]).toEqual(expected)
      expect(queue.length).toBe(model.size)
    }),
  )
})
