import { describe, expect, it } from 'vitest'
import type { AgentId, ConversationId, ConversationSummary } from '#protocol'
import { sampleSummary, sampleView } from '../../dev/sample.ts'
import { countInbox, orderInbox } from './inbox-order.ts'

const me = 1 as AgentId
const never: (id: ConversationId) => boolean = () => false
const held = (...summaries: readonly ConversationSummary[]) =>
  new Map(summaries.map((summary) => [summary.id, sampleView(summary)]))

const desk = held(
  sampleSummary({ id: 1, owner: 1, waitingSince: 500, lastOffset: 10, unread: 2 }),
  sampleSummary({ id: 2, owner: 1, waitingSince: 300, lastOffset: 20, unread: 1 }),
  sampleSummary({ id: 3, owner: 1, lastOffset: 30 }),
  sampleSummary({ id: 4, owner: 1, lastOffset: 40 }),
  sampleSummary({ id: 5, owner: 0, waitingSince: 900, unread: 1 }),
  sampleSummary({ id: 6, owner: 2, waitingSince: 100, unread: 5 }),
  sampleSummary({ id: 7, owner: 1, status: 'closed', lastOffset: 70 }),
  sampleSummary({ id: 8, owner: 1, status: 'closed', lastOffset: 5 }),
)
const order = (view: 'mine' | 'queue' | 'open' | 'closed', listed: readonly number[] = [], isClosing = never) =>
  orderInbox(desk, { view, me, isClosing, listed: listed as unknown as readonly ConversationId[] })

describe('inbox order', () => {
  it('[look] who waits longest stands first, the answered follow newest first', () => {
    expect(order('mine')).toEqual([2, 1, 4, 3])
    expect(order('queue')).toEqual([5])
    expect(order('open')).toEqual([6, 2, 1, 5, 4, 3])
  })

  it('[D7.17] the queue stands as it is served, all other views by who waits longest', () => {
    const urgent = sampleSummary({ id: 9, owner: 0, waitingSince: 950, placed: { group: 0 as never, priority: 3 } })
    const waiting = new Map([...desk, [urgent.id, sampleView(urgent)]])
    const inView = (view: 'queue' | 'open') => orderInbox(waiting, { view, me, isClosing: never, listed: [] })
    expect(inView('queue')).toEqual([9, 5])
    expect(inView('open')).toEqual([6, 2, 1, 5, 9, 4, 3])
  })

  it('[look] closed ones come newest first and without holes', () => {
    expect(order('closed', [7])).toEqual([7])
    expect(order('closed', [7, 8])).toEqual([7, 8])
  })

  it('[look] a conversation being closed has left the lists and the counts', () => {
    const isClosing = (id: ConversationId): boolean => id === 2
    expect(order('mine', [], isClosing)).toEqual([1, 4, 3])
    expect(countInbox(desk, me, isClosing)).toEqual({ mine: 3, queue: 1, open: 5, unread: 2 })
  })

  it('[look] only my own unread messages count for the badge', () => {
    expect(countInbox(desk, me, never)).toEqual({ mine: 4, queue: 1, open: 6, unread: 3 })
  })
})
