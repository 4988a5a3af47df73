import { expect, it } from 'vitest'
import {
  limits,
  NO_AGENT,
  type AgentId,
  type Author,
  type ConversationId,
  type EpochMs,
  type Offset,
  type VisitorId,
} from '../../protocol/index.ts'
import type { EntryTrace } from '../../ports/journal.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { createReplyMemory } from './reply-memory.ts'

const agents = [3, 4, 5].map((agent) => ({ agent: agent as AgentId }))
const START = 1_000_000

/** A day of conversations: each opens, is given away, asked and answered, some closed; every agent at a speed of their own. */
const aDay = (count: number): readonly EntryTrace[] => {
  const random = createSeededRandom(4)
  const raw: Omit<EntryTrace, 'offset'>[] = []
  const visitor: Author = { kind: 'visitor', id: 0 }
  const system: Author = { kind: 'system', id: 0 }
  for (let id = 1; id <= count; id += 1) {
    const agent = (3 + (id % 3)) as AgentId
    const author: Author = { kind: 'agent', id: agent }
    let at = START + Math.floor((id * limits.replyHalfLifeMs) / count)
    const conversation = id as ConversationId
    const add = (afterMs: number, entry: Pick<EntryTrace, 'kind' | 'author' | 'owner'>): void => {
      at += Math.round(afterMs)
      raw.push({ at: at as EpochMs, conversation, ...entry })
    }
    add(0, { kind: 'conversation.opened', author: visitor, owner: 0 as AgentId })
    add(1, { kind: 'message.sent', author: visitor, owner: 0 as AgentId })
    add(50, { kind: 'conversation.assigned', author: system, owner: agent })
    for (let turn = 0; turn < 3; turn += 1) {
      add(agent * 20_000 * (0.5 + random.fraction()), { kind: 'message.sent', author, owner: agent })
      add(30_000, { kind: 'message.sent', author: visitor, owner: agent })
    }
    if (id % 4 > 0) add(60_000, { kind: 'conversation.closed', author, owner: agent })
  }
  const ordered = raw.toSorted((a, b) => a.at - b.at)
  return ordered.map((trace, index) => ({ ...trace, offset: (index + 1) as Offset }))
}

const speedsOf = (memory: ReturnType<typeof createReplyMemory>, traces: readonly EntryTrace[]): readonly number[] => [
  ...memory.speeds(agents, traces.at(-1)?.at ?? (0 as EpochMs)),
]

it('[D7.14] what is recalled after a start, while the day goes on, is what was known before', () => {
  const day = aDay(60)
  const never = createReplyMemory()
  for (const trace of day) never.apply(trace)
  expect(Math.max(...speedsOf(never, day))).toBeGreaterThan(1.2)
  const middle = Math.floor(day.length / 2)
  // Reading catches up with some of what is heard meanwhile, or runs ahead of it.
  for (const [readTo, heardTo] of [
    [middle + 20, middle + 40],
    [middle + 40, middle + 20],
  ] as const) {
    const started = createReplyMemory()
    const recall = started.recall()
    for (const trace of day.slice(0, readTo)) recall.take(trace)
    for (const trace of day.slice(middle, heardTo)) started.apply(trace)
    recall.done()
    for (const trace of day.slice(heardTo)) started.apply(trace)
    for (const [index, speed] of speedsOf(started, day).entries())
      expect(speed).toBeCloseTo(speedsOf(never, day)[index] ?? 0, 9)
  }
})

it('[D7.14] keeps what is open from before what was read, and serves what it knew until a recall is done', () => {
  const day = aDay(30)
  const memory = createReplyMemory()
  for (const trace of day) memory.apply(trace)
  const before = speedsOf(memory, day)
  memory.recall().take(day[0] as EntryTrace)
  expect(speedsOf(memory, day)).toEqual(before)
})

it('[D7.14] a conversation that is older than what was read keeps its question', () => {
  const [mei, li] = [3, 4] as AgentId[] as [AgentId, AgentId]
  const said = (offset: number, at: number, conversation: number, author: Author, owner: AgentId): EntryTrace => ({
    offset: offset as Offset,
    at: at as EpochMs,
    conversation: conversation as ConversationId,
    kind: 'message.sent',
    author,
    owner,
  })
  const memory = createReplyMemory()
  const open = {
    visitor: 7 as VisitorId,
    openedAt: 1 as EpochMs,
    queuedAt: 1 as EpochMs,
    declinedBy: NO_AGENT,
    lastMessage: null,
    place: null,
  }
  const waitingSince = START as EpochMs
  memory.load([
    { ...open, id: 1 as ConversationId, owner: mei, waitingSince },
    { ...open, id: 2 as ConversationId, owner: li, waitingSince },
  ])
  memory.recall().done()
  memory.apply(said(1, START + 60_000, 1, { kind: 'agent', id: mei }, mei))
  memory.apply(said(2, START + 240_000, 2, { kind: 'agent', id: li }, li))
  const [one = 0, other = 0] = memory.speeds([{ agent: mei }, { agent: li }], (START + 240_000) as EpochMs)
  expect(one).toBeGreaterThan(other)
})
