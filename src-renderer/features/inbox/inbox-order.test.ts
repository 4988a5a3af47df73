import { describe, expect, it } from 'vitest'
import {
  defaultTargets,
  type AgentId,
  type ConversationId,
  type ConversationSummary,
  type GroupId,
  type IntentId,
} from '#protocol'
import { sampleSummary, sampleView, sampleVisitor } from '../../dev/sample.ts'
import { noQuery, type InboxQuery } from '../../stores/inbox-query.ts'
import type { InboxView } from '../../stores/place.ts'
import { facetsOf } from './filter-facets.ts'
import { countInbox, countUnread, inView, orderInbox } from './inbox-order.ts'

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
const group = 3 as GroupId
const myGroups: ReadonlySet<GroupId> = new Set([group])
const nowMs = 1_000_000
const asked = { me, myGroups, isClosing: never, query: noQuery, targets: defaultTargets, nowMs, listed: [] }
const order = (view: InboxView, listed: readonly number[] = [], isClosing = never) =>
  orderInbox(desk, { ...asked, view, isClosing, listed: listed as unknown as readonly ConversationId[] })

describe('inbox order', () => {
  it('[look] who waits longest stands first, the answered follow newest first', () => {
    expect(order('mine')).toEqual([2, 1, 4, 3])
    expect(order('queue')).toEqual([5])
    expect(order('open')).toEqual([6, 2, 1, 5, 4, 3])
  })

  it('[D7.17] the queue stands as it is served, all other views by who waits longest', () => {
    const urgent = sampleSummary({ id: 9, owner: 0, waitingSince: 950, placed: { group: 0 as never, priority: 3 } })
    const waiting = new Map([...desk, [urgent.id, sampleView(urgent)]])
    const rowsOf = (view: 'queue' | 'open') => orderInbox(waiting, { ...asked, view })
    expect(rowsOf('queue')).toEqual([9, 5])
    expect(rowsOf('open')).toEqual([6, 2, 1, 5, 9, 4, 3])
  })

  it('[look] closed ones come newest first and without holes', () => {
    expect(order('closed', [7])).toEqual([7])
    expect(order('closed', [7, 8])).toEqual([7, 8])
  })

  it('[look] a conversation being closed has left the lists and the counts', () => {
    const isClosing = (id: ConversationId): boolean => id === 2
    expect(order('mine', [], isClosing)).toEqual([1, 4, 3])
    expect(countInbox(desk, { ...asked, isClosing })).toEqual({ mine: 3, queue: 1, groups: 0, open: 5 })
  })

  it('[look] only my own unread messages count for the badge', () => {
    expect(countUnread(desk, me)).toBe(3)
  })

  it('[look] my groups are those I am in, whoever has the conversation, and never everyone', () => {
    const placed = { group, priority: 0 }
    const grouped = held(
      sampleSummary({ id: 1, owner: 2, placed }),
      sampleSummary({ id: 2, owner: 0, waitingSince: 5, placed }),
      sampleSummary({ id: 3, owner: 1, placed: { group: 9 as GroupId, priority: 0 } }),
      sampleSummary({ id: 4, owner: 1 }),
      sampleSummary({ id: 5, owner: 1, status: 'closed', placed }),
    )
    expect(orderInbox(grouped, { ...asked, view: 'groups' })).toEqual([2, 1])
    expect(countInbox(grouped, asked).groups).toBe(2)
  })

  it('[look] of one kind any may fit, of several kinds all must', () => {
    const vip = sampleVisitor({ tags: ['VIP', '退款'] })
    const wanted = { group, priority: 0, intent: 7 as IntentId }
    const tagged = held(
      sampleSummary({ id: 1, owner: 1, visitor: vip, waitingSince: nowMs - 300_000 }),
      sampleSummary({ id: 2, owner: 2, visitor: vip, placed: wanted, waitingSince: nowMs - 299_999 }),
      sampleSummary({ id: 3, owner: 0, visitor: sampleVisitor({ tags: ['new'] }), placed: wanted }),
    )
    const found = (query: Partial<InboxQuery>) =>
      [...orderInbox(tagged, { ...asked, view: 'open', query: { ...noQuery, ...query } })].toSorted(
        (one, other) => one - other,
      )
    expect(found({ tags: ['VIP'] })).toEqual([1, 2])
    expect(found({ tags: ['VIP', 'new'] })).toEqual([1, 2, 3])
    expect(found({ tags: ['VIP'], agents: [2 as AgentId] })).toEqual([2])
    expect(found({ agents: [0 as AgentId] })).toEqual([3])
    expect(found({ groups: [group] })).toEqual([2, 3])
    expect(found({ groups: [0 as GroupId] })).toEqual([1])
    expect(found({ intents: [7 as IntentId] })).toEqual([2, 3])
    expect(found({ waitMinutes: 5 })).toEqual([1])
    expect(found({ waitMinutes: 4 })).toEqual([1, 2])
    expect(found({ states: ['unanswered'] })).toEqual([1, 2])
    expect(found({ states: ['waiting', 'answered'] })).toEqual([3])
    expect(found({ states: ['left'] })).toEqual([])

    const facets = facetsOf(inView(tagged, { ...asked, view: 'open' }), nowMs)
    const countOf = (kind: string, value: unknown) =>
      facets.find(({ term }) => term.kind === kind && term.value === value)?.count
    expect(countOf('tag', 'VIP')).toBe(2)
    expect(countOf('wait', 5)).toBe(1)
    expect([countOf('state', 'unanswered'), countOf('state', 'left')]).toEqual([2, undefined])
    expect(countOf('group', 0)).toBe(1)
    expect(countOf('agent', 0)).toBe(1)
    expect(countOf('intent', 7)).toBe(2)
  })

  it('[look] the order may be another: by target, by wait, by what happened last', () => {
    const sorted = (sort: InboxQuery['sort'], view: InboxView = 'open') =>
      orderInbox(desk, { ...asked, view, query: { ...noQuery, sort } })
    expect(sorted('newest').slice(0, 4)).toEqual([4, 3, 2, 1])
    expect(sorted('oldest').slice(-2)).toEqual([3, 4])
    expect(sorted('waiting')).toEqual([6, 2, 1, 5, 4, 3])
    const targets = { everyone: { firstMs: 100, nextMs: 1000 }, groups: [{ group, firstMs: 0, nextMs: 0 }] }
    const due = held(
      sampleSummary({ id: 1, waitingSince: 500, answered: true }),
      sampleSummary({ id: 2, waitingSince: 900 }),
      sampleSummary({ id: 3, waitingSince: 100, placed: { group, priority: 0 } }),
      sampleSummary({ id: 4, lastOffset: 9 }),
    )
    expect(orderInbox(due, { ...asked, targets, view: 'open', query: { ...noQuery, sort: 'due' } })).toEqual([
      2, 1, 3, 4,
    ])
  })

  it('[look] a thousand conversations are put in order within a frame', () => {
    const many = held(
      ...Array.from({ length: 1000 }, (_, index) =>
        sampleSummary({ id: index + 1, waitingSince: (index * 7919) % 1000, owner: index % 3, lastOffset: index }),
      ),
    )
    const times = Array.from({ length: 20 }, () => {
      const begun = performance.now()
      orderInbox(many, { ...asked, view: 'open', query: { ...noQuery, sort: 'due' } })
      countInbox(many, asked)
      return performance.now() - begun
    })
    expect(Math.min(...times)).toBeLessThan(16)
  })
})
