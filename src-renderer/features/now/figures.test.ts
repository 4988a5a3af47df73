import { describe, expect, it } from 'vitest'
import type { AgentId, GroupId } from '#protocol'
import type { NowAgent, NowQueue } from '#protocol/now-schemas.ts'
import type { ResponseTargets } from '#protocol/targets-schemas.ts'
import {
  compareAgents,
  compareQueues,
  longestWaitOf,
  loudestOf,
  medianLevel,
  queueLevel,
  steadyRows,
  sumAgents,
} from './figures.ts'

const queue = (group: number, waiting: number, oldestWaitMs: number | null): NowQueue => ({
  group: group as GroupId,
  name: `G${group}`,
  waiting,
  left: 0,
  oldestWaitMs,
})
const agent = (id: number, change: Partial<NowAgent> = {}): NowAgent => ({
  id: id as AgentId,
  name: `A${id}`,
  status: 'online',
  connected: true,
  load: 1,
  capacity: 4,
  ...change,
})
const targets: ResponseTargets = {
  everyone: { firstMs: 60_000, nextMs: 0 },
  groups: [{ group: 2 as GroupId, firstMs: 0, nextMs: 0 }],
}
const collator = new Intl.Collator('en')

describe('figures of now', () => {
  it('[D8.10] only who is online and connected has free places, and nobody has fewer than none', () => {
    const sums = sumAgents([
      agent(1),
      agent(2, { load: 9 }),
      agent(3, { status: 'busy' }),
      agent(4, { status: 'away' }),
      agent(5, { connected: false }),
    ])
    expect(sums).toEqual({ online: 2, busy: 1, away: 1, offline: 1, free: 3 })
  })

  it('[look] waiting grows louder by the target of its group, and not where there is none', () => {
    expect([29_000, 30_000, 60_000].map((ms) => queueLevel(queue(1, 1, ms), targets))).toEqual(['calm', 'near', 'past'])
    expect(queueLevel(queue(2, 1, 900_000), targets)).toBe('calm')
    expect(loudestOf([queue(1, 1, 10), queue(3, 1, 40_000), queue(2, 1, 90_000)], targets)).toBe('near')
    expect([null, 30_000, 60_000, 60_001].map((ms) => medianLevel(ms, targets))).toEqual([
      'calm',
      'calm',
      'near',
      'past',
    ])
    expect(longestWaitOf({ queues: [queue(1, 0, null), queue(3, 1, 0)] })).toBe(0)
    expect(longestWaitOf({ queues: [queue(1, 0, null)] })).toBeNull()
  })

  it('[look] rows keep their places under the hand; what is new comes last, what is gone goes', () => {
    const live = [agent(3), agent(1), agent(4)]
    const ids = (rows: readonly NowAgent[]): number[] => rows.map(({ id }) => id)
    expect(ids(steadyRows(live, ({ id }) => id, [1, 2, 3], false))).toEqual([3, 1, 4])
    expect(ids(steadyRows(live, ({ id }) => id, [1, 2, 3], true))).toEqual([1, 3, 4])
  })

  it('[look] sorts by each column, equals by name', () => {
    const queues = [queue(3, 1, 5), queue(1, 1, null), queue(2, 4, 0)]
    const order = (column: 'group' | 'waiting' | 'oldest'): number[] =>
      queues.toSorted(compareQueues(column, ({ name }) => name, collator)).map(({ group }) => group)
    expect([order('group'), order('waiting'), order('oldest')]).toEqual([
      [1, 2, 3],
      [1, 3, 2],
      [1, 2, 3],
    ])
    const agents = [agent(2, { load: 2 }), agent(1, { capacity: 0, load: 0 }), agent(3, { connected: false, load: 2 })]
    expect(agents.toSorted(compareAgents('load', collator)).map(({ id }) => id)).toEqual([1, 2, 3])
    expect(agents.toSorted(compareAgents('status', collator)).map(({ id }) => id)).toEqual([1, 2, 3])
  })
})
