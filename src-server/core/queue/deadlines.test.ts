import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ConversationId, EpochMs } from '../../protocol/index.ts'
import { createDeadlines } from './deadlines.ts'

it('[D7.19] gives out what is due, the earliest first, each once, whatever was set before', () => {
  const change = fc.record({ id: fc.integer({ min: 1, max: 30 }), at: fc.option(fc.nat(100), { freq: 4 }) })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 300 }), fc.nat(100), (changes, now) => {
      const deadlines = createDeadlines()
      const model = new Map<number, number>()
      for (const { id, at } of changes) {
        deadlines.set(id as ConversationId, at as EpochMs | null)
        if (at === null) model.delete(id)
        else model.set(id, at)
      }
      const due = [...model].filter(([, at]) => at <= now).toSorted(([a, atA], [b, atB]) => atA - atB || a - b)
      expect(deadlines.next()).toBe(model.size === 0 ? undefined : Math.min(...model.values()))
      const taken: number[] = []
      for (let id = deadlines.takeDue(now as EpochMs); id; id = deadlines.takeDue(now as EpochMs)) taken.push(id)
      expect(taken).toEqual(due.map(([id]) => id))
      expect(deadlines.next() ?? now + 1).toBeGreaterThan(now)
    }),
  )
})

it('[D7.19] what was taken may be set to the same time again', () => {
  const deadlines = createDeadlines()
  const [id, at] = [1 as ConversationId, 50 as EpochMs]
  for (let round = 0; round < 3; round += 1) {
    deadlines.set(id, at)
    expect(deadlines.takeDue(at)).toBe(id)
    expect(deadlines.takeDue(at)).toBeUndefined()
  }
})
