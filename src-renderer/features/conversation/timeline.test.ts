import { describe, expect, it } from 'vitest'
import type { OutboxMessage } from '#client/client-state.ts'
import type { AgentId, Entry, EpochMs, Offset } from '#protocol'
import { agentAuthor, sampleEntry, sampleMessage, visitorAuthor } from '../../dev/sample.ts'
import { buildTimeline, indexOfOffset, lastSeenOffset, type TimelineItem } from './timeline.ts'

const minute = 60_000
const dayMs = 24 * 60 * minute
const me = 1 as AgentId

const visitor = (offset: number, at: number, text = `v${offset}`): Entry =>
  sampleMessage({ offset, at, author: visitorAuthor }, text)
const agent = (offset: number, at: number, id = 1): Entry =>
  sampleMessage({ offset, at, author: agentAuthor(id) }, `a${offset}`)
const unsent = (cid: string, at: number, state: OutboxMessage['state'] = 'sending'): OutboxMessage =>
  ({ cid, conversation: 1, text: cid, files: [], createdAt: at, state, code: undefined }) as never

const build = (
  entries: readonly Entry[],
  outbox: readonly OutboxMessage[] = [],
  unreadAfter = 0,
): readonly TimelineItem[] =>
  buildTimeline({
    entries,
    outbox,
    me,
    unreadAfter: unreadAfter as Offset,
    dayOf: (at: EpochMs) => String(Math.floor(at / dayMs)),
  })

const revised = (entry: Entry, recalled: boolean): Entry =>
  ({ ...entry, body: { ...entry.body, revision: { offset: 99, at: 70_000, recalled } } }) as Entry

/** "v5:first" for messages, the kind for the rest. */
const read = (items: readonly TimelineItem[]): string[] =>
  items.map((item) => (item.kind === 'message' ? `${item.text}:${item.position}` : item.kind))

describe('timeline', () => {
  it('[look] bubbles group by author and minute', () => {
    const entries = [
      visitor(1, 0),
      visitor(2, 10_000),
      visitor(3, 59_999),
      visitor(4, minute),
      agent(5, minute),
      agent(6, minute, 2),
    ]
    expect(read(build(entries))).toEqual([
      'day',
      'v1:first',
      'v2:middle',
      'v3:last',
      'v4:single',
      'a5:single',
      'a6:single',
    ])
  })

  it('[D2.8] a recalled message is a line that parts its group and is not what is new; an edited one says since when', () => {
    const entries = [visitor(1, 0), revised(visitor(2, 1), true), revised(visitor(3, 2), false)]
    const items = build(entries, [], 1)
    expect(read(items)).toEqual(['day', 'v1:single', 'recalled', 'unread', 'v3:single'])
    expect(items.at(-1)).toMatchObject({ editedAt: 70_000 })
    expect(indexOfOffset(items, 2 as Offset)).toBe(2)
  })

  it('[look] a day breaks once, before whatever came first on it', () => {
    const entries = [
      sampleEntry({ offset: 1, at: 5 }, 'conversation.opened', {}),
      visitor(2, 6),
      visitor(3, dayMs + 1),
      sampleEntry({ offset: 4, at: dayMs + 2 }, 'conversation.closed', { reason: 'resolved' }),
    ]
    expect(read(build(entries))).toEqual(['day', 'system', 'v2:single', 'day', 'v3:single', 'system'])
  })

  it('[look] the line of the new stands above the first unread visitor message and splits the group', () => {
    expect(read(build([visitor(1, 0), visitor(2, 1), visitor(3, 2)], [], 1))).toEqual([
      'day',
      'v1:single',
      'unread',
      'v2:first',
      'v3:last',
    ])
    expect(read(build([agent(1, 0), agent(2, minute)], [], 1))).not.toContain('unread')
  })

  it('[D2] a message is in the list once, under one key, while it moves from the outbox to the journal', () => {
    const stored = agent(9, 0)
    const cid = stored.kind === 'message.sent' ? stored.body.cid : ''
    const before = build([], [unsent(cid, 0)])
    const after = build([stored], [unsent(cid, 0, 'stored')])
    expect(after.map((item) => item.key)).toEqual(before.map((item) => item.key))
    expect(after.filter((item) => item.kind === 'message')).toHaveLength(1)
  })

  it('[D2] two people may have used the same cid', () => {
    const one = agent(1, 0, 1)
    const other = { ...agent(2, 0, 2), body: one.body } as Entry
    expect(new Set(build([one, other]).map((item) => item.key)).size).toBe(3)
  })

  it('[D5] a failed message closes its group, so that its buttons stand under it', () => {
    const items = build([agent(1, 0)], [unsent('one', 1, 'failed'), unsent('two', 2)])
    expect(read(items)).toEqual(['day', 'a1:first', 'one:last', 'two:single'])
  })

  it('[D3] what I may not see leaves no trace', () => {
    expect(read(build([visitor(1, 0), sampleEntry({ offset: 2, at: 1 }, 'hidden', {}), visitor(3, 2)]))).toEqual([
      'day',
      'v1:first',
      'v3:last',
    ])
  })

  it('[D6] who sees a row has seen the newest stored message up to it', () => {
    const items = build([visitor(1, 0), visitor(2, minute)], [unsent('x', minute)])
    expect(lastSeenOffset(items, items.length)).toBe(2)
    expect(lastSeenOffset(items, 1)).toBe(1)
    expect(lastSeenOffset(items, 0)).toBeUndefined()
  })
})
