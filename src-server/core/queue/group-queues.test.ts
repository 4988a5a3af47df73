import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ConversationId, EpochMs, GroupId } from '../../protocol/index.ts'
import { createGroupQueues, type Standing } from './group-queues.ts'

const standing = (id: number, change: Partial<Standing> = {}): Standing => ({
  id: id as ConversationId,
  groups: [1 as GroupId],
  priority: 0,
  isFront: false,
  queuedAt: id as EpochMs,
  cameAt: 0 as EpochMs,
  ...change,
})
const [one, two, three] = [1, 2, 3] as GroupId[] as [GroupId, GroupId, GroupId]
const at = (ms: number): EpochMs => ms as EpochMs
const everywhere = (): boolean => true

const queuesOf = (...all: readonly Standing[]) => {
  const queues = createGroupQueues()
  for (const each of all) queues.add(each)
  return queues
}
const order = (queues: ReturnType<typeof createGroupQueues>, isOfUse: (group: GroupId) => boolean = everywhere) =>
  [...queues.inOrder(isOfUse)].map(({ id }) => id)

it('[D7.17] the front comes first, then priority, then who has waited longest, then the earlier conversation', () => {
  const queues = queuesOf(
    standing(1, { queuedAt: at(50) }),
    standing(2, { queuedAt: at(10) }),
    standing(3, { queuedAt: at(90), priority: 9 }),
    standing(4, { queuedAt: at(95), isFront: true }),
    standing(5, { queuedAt: at(10) }),
  )
  expect(order(queues)).toEqual([4, 3, 2, 5, 1])
  expect([4, 3, 2, 5, 1, 7].map((id) => queues.positionIn(one, id as ConversationId))).toEqual([1, 2, 3, 4, 5, 0])
})

it('[D7.17] put back with the time it waited since, a conversation has its place again', () => {
  const queues = queuesOf(standing(1), standing(2), standing(3))
  queues.remove(2 as ConversationId)
  queues.add(standing(2))
  expect(order(queues)).toEqual([1, 2, 3])
})

it('[D7.20] who may be answered by two groups stands in both queues, and leaves both', () => {
  const queues = queuesOf(
    standing(1, { groups: [one] }),
    standing(2, { groups: [two] }),
    standing(3, { groups: [two, one] }),
  )
  expect([queues.lengthOf(one), queues.lengthOf(two), queues.length]).toEqual([2, 2, 3])
  expect([order(queues), order(queues, (group) => group === one), order(queues, (group) => group === three)]).toEqual([
    [1, 2, 3],
    [1, 3],
    [],
  ])
  queues.remove(3 as ConversationId)
  expect([queues.lengthOf(one), queues.lengthOf(two), queues.place(3 as ConversationId)]).toEqual([1, 1, undefined])
})

it('[D7.17] [D7.20] is the sorted list of those who wait for a group, whatever comes and goes', () => {
  const change = fc.record({
    id: fc.integer({ min: 1, max: 25 }),
    groups: fc.uniqueArray(fc.constantFrom(one, two, three), { minLength: 1, maxLength: 3 }),
    priority: fc.nat(2),
    isFront: fc.boolean(),
    queuedAt: fc.nat(5),
    cameAt: fc.nat(2),
    leaves: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
      const queues = createGroupQueues()
      const model = new Map<number, Standing>()
      for (const { id, leaves, queuedAt, cameAt, ...rest } of changes) {
        const next = standing(id, { ...rest, queuedAt: at(queuedAt), cameAt: at(cameAt) })
        if (leaves) expect(queues.remove(next.id)).toBe(model.delete(id))
        else {
          queues.add(next)
          model.set(id, next)
        }
      }
      const sorted = [...model.values()].toSorted(
        (left, right) =>
          Number(right.isFront) - Number(left.isFront) ||
          right.priority - left.priority ||
          left.queuedAt - right.queuedAt ||
          left.cameAt - right.cameAt ||
          left.id - right.id,
      )
      for (const group of [one, two, three]) {
        const mine = sorted.filter(({ groups }) => groups.includes(group)).map(({ id }) => id)
        expect(order(queues, (asked) => asked === group)).toEqual(mine)
        expect(mine.map((id) => queues.positionIn(group, id))).toEqual(mine.map((_, index) => index + 1))
        expect(queues.lengthOf(group)).toBe(mine.length)
      }
      expect(order(queues)).toEqual(sorted.map(({ id }) => id))
      expect(queues.length).toBe(sorted.length)
    }),
  )
})
