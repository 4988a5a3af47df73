import { describe, expect, it } from 'vitest'
import type { EpochMs } from '#protocol'
import {
  agent,
  bot,
  cid,
  createScript,
  mark,
  minute,
  monday,
  outboxMessage,
  system,
  view,
  visitor,
} from '../testing/build-entries.ts'
import { buildTimeline, showsState, type MessageGroup, type TimelineItem } from './timeline.ts'

const iso = (at: EpochMs): string => new Date(at).toISOString()
const cuts = { dayOf: (at: EpochMs) => iso(at).slice(0, 10), minuteOf: (at: EpochMs) => iso(at).slice(0, 16) }

const groups = (items: readonly TimelineItem[]): readonly MessageGroup[] =>
  items.filter((item) => item.kind === 'group')
const shape = (items: readonly TimelineItem[]): readonly string[] =>
  items.map((item) => {
    if (item.kind === 'day') return iso(item.at).slice(0, 10)
    return item.kind === 'event' ? item.event.type : item.messages.map((message) => message.text).join('+')
  })

describe('the timeline', () => {
  it('groups by author and minute and breaks days', () => {
    const script = createScript()
    script.say(visitor, monday, 'a')
    script.say(visitor, monday + 20_000, 'b')
    script.say(visitor, monday + minute, 'c')
    script.say(agent(1), monday + minute, 'd')
    script.say(bot(1), monday + minute, 'e')
    script.say(visitor, monday + 24 * 60 * minute, 'f')
    const items = buildTimeline([view(1, script.entries)], [], cuts)
    expect(shape(items)).toEqual(['2026-11-23', 'a+b', 'c', 'd', 'e', '2026-11-24', 'f'])
  })

  it('says who came, left and returned, and a transfer only once', () => {
    const script = createScript()
    const step = { author: system, at: monday }
    script.say(visitor, monday, 'a')
    script.add('conversation.assigned', step, {
      agent: 1 as never,
      agentName: 'Li',
      previous: 0 as never,
      reason: null,
    })
    script.add('conversation.transferred', step, { from: 1 as never, to: 2 as never, toName: 'Amy', note: '' })
    script.add('conversation.assigned', step, {
      agent: 2 as never,
      agentName: 'Amy',
      previous: 1 as never,
      reason: null,
    })
    script.add('hidden', step, {})
    script.add('conversation.assigned', step, { agent: 0 as never, agentName: '', previous: 2 as never, reason: null })
    script.add('conversation.closed', step, { reason: 'resolved' })
    script.add('conversation.reopened', step, {})
    expect(shape(buildTimeline([view(1, script.entries)], [], cuts))).toEqual([
      '2026-11-23',
      'a',
      'joined',
      'transferred',
      'queued',
      'closed',
      'reopened',
    ])
  })

  it('[D2] shows a message once while it is both stored and still in the outbox', () => {
    const script = createScript()
    const entry = script.say(visitor, monday, 'a')
    const key = entry.kind === 'message.sent' ? entry.body.cid : cid('none')
    const both = buildTimeline([view(1, script.entries)], [outboxMessage('x', 'a', { cid: key })], cuts)
    expect(shape(both)).toEqual(['2026-11-23', 'a'])
    const before = buildTimeline([view(1, [])], [outboxMessage('x', 'a', { cid: key })], cuts)
    expect(groups(before)[0]?.messages[0]?.key).toBe(groups(both)[0]?.messages[0]?.key)
  })

  it('[D6] reads states from the marks of others', () => {
    const script = createScript()
    for (const text of ['a', 'b', 'c']) script.say(visitor, monday, text)
    const marks = [mark(1, visitor, 3, 3), mark(1, agent(1), 2, 1)]
    const messages = groups(buildTimeline([view(1, script.entries, { marks })], [outboxMessage('x', 'd')], cuts))[0]
      ?.messages
    expect(messages?.map((message) => message.own?.state)).toEqual(['read', 'delivered', 'stored', 'sending'])
  })

  it('[D2.8] says that a message was edited, and in the place of a recalled one that it was', () => {
    const script = createScript()
    script.say(agent(1), monday, 'a')
    script.say(agent(1), monday, 'b')
    script.say(agent(1), monday, 'c')
    const at = monday + 5_000
    const entries = script.entries.map((entry, index) =>
      entry.kind === 'message.sent' && index < 2
        ? { ...entry, body: { ...entry.body, revision: { offset: 9, at, recalled: index === 1 } as never } }
        : entry,
    )
    const items = buildTimeline([view(1, entries)], [], cuts)
    expect(shape(items).slice(1)).toEqual(['a', 'recalled', 'c'])
    expect(groups(items).map(({ messages }) => messages[0]?.editedAt)).toEqual([at, undefined])
  })

  it('says a state once for neighbours that share it, a failure always', () => {
    const outbox = ['a', 'b', 'c', 'd'].map((name, index) =>
      outboxMessage(name, name, { state: index < 2 ? 'failed' : 'sending' }),
    )
    const messages = groups(buildTimeline([], outbox, cuts))[0]?.messages ?? []
    expect(messages.map((_, index) => showsState(messages, index))).toEqual([true, true, false, true])
  })
})
