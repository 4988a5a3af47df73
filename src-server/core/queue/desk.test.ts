import { expect, it } from 'vitest'
import type {
  AgentId,
  AgentProfile,
  Author,
  ConversationId,
  Entry,
  EntryDraft,
  EpochMs,
  Offset,
  Seq,
  VisitorId,
} from '../../protocol/index.ts'
import type { CommittedEntry, OpenConversation } from '../../ports/journal.ts'
import { createDesk, type Desk } from './desk.ts'

const mei = 3 as AgentId
const jan = 4 as AgentId
const nobody = 0 as AgentId
const first = 1 as ConversationId
const visitor = 7 as VisitorId
const profile = (id: AgentId): AgentProfile => ({
  id,
  name: '',
  role: 'agent',
  status: 'online',
  capacity: 8,
  active: true,
})
const byMei: Author = { kind: 'agent', id: mei }
const bySystem: Author = { kind: 'system', id: 0 }
const byVisitor: Author = { kind: 'visitor', id: 0 }

let offset = 0
const committed = (at: number, draft: EntryDraft, owner: AgentId, previousOwner: AgentId = owner): CommittedEntry => {
  offset += 1
  const entry: Entry = {
    offset: offset as Offset,
    at: at as EpochMs,
    conversation: first,
    seq: offset as Seq,
    ...draft,
  }
  return { entry, visitor, owner, previousOwner }
}
const opened = (at: number): CommittedEntry =>
  committed(at, { author: byVisitor, kind: 'conversation.reopened', body: {} }, nobody)
const moved = (at: number, author: Author, from: AgentId, to: AgentId): CommittedEntry =>
  committed(
    at,
    { author, kind: 'conversation.assigned', body: { agent: to, agentName: '', previous: from, reason: null } },
    to,
    from,
  )
const message = (at: number, author: Author, owner: AgentId): CommittedEntry =>
  committed(at, { author, kind: 'message.sent', body: { cid: 'c0ffee00' as never, text: '', files: [] } }, owner)
const open = (change: Partial<OpenConversation>): OpenConversation => ({
  id: first,
  visitor,
  owner: nobody,
  openedAt: 10 as EpochMs,
  queuedAt: 10 as EpochMs,
  waitingSince: 0 as EpochMs,
  place: null,
  lastMessage: null,
  declinedBy: nobody,
  ...change,
})

const inQueue = (desk: Desk): readonly number[] =>
  [...desk.conversations()]
    .filter(({ owner }) => owner === nobody)
    .toSorted((left, right) => left.queuedAt - right.queuedAt)
    .map(({ id }) => id)

it('[D7.3] follows a conversation from the queue to its owner and out', () => {
  const desk = createDesk()
  desk.load([], [profile(mei)])
  desk.apply(opened(10))
  expect(inQueue(desk)).toEqual([first])
  expect(desk.currentOf(visitor)).toBe(first)
  desk.apply(moved(20, bySystem, nobody, mei))
  expect(inQueue(desk)).toEqual([])
  expect([desk.loadOf(mei), desk.lastAssignedAt(mei)]).toEqual([1, 20])
  desk.apply(moved(30, byMei, mei, jan))
  expect([desk.loadOf(mei), desk.loadOf(jan)]).toEqual([0, 1])
  desk.apply(committed(40, { author: byMei, kind: 'conversation.closed', body: { reason: 'resolved' } }, jan))
  expect([desk.loadOf(jan), desk.currentOf(visitor), desk.conversation(first)]).toEqual([0, undefined, undefined])
})

it('[D7.3] put back, a visitor keeps the place that their waiting has earned', () => {
  const desk = createDesk()
  desk.apply(opened(10))
  desk.apply(message(10, byVisitor, nobody))
  desk.apply(moved(20, bySystem, nobody, mei))
  const other = {
    ...opened(15),
    entry: { ...opened(15).entry, conversation: 2 as ConversationId },
    visitor: 8 as VisitorId,
  }
  desk.apply(other)
  desk.apply(moved(30, bySystem, mei, nobody))
  expect(inQueue(desk)).toEqual([first, 2])
  desk.apply(moved(40, bySystem, nobody, mei))
  desk.apply(message(41, byMei, mei))
  desk.apply(moved(50, bySystem, mei, nobody))
  expect(inQueue(desk)).toEqual([2, first])
})

it('[D7.7] remembers who put it back, until somebody has it', () => {
  const desk = createDesk()
  desk.apply(opened(10))
  desk.apply(moved(20, bySystem, nobody, mei))
  desk.apply(moved(30, byMei, mei, nobody))
  expect(desk.conversation(first)?.declinedBy).toBe(mei)
  desk.apply(moved(40, bySystem, nobody, jan))
  expect(desk.conversation(first)?.declinedBy).toBe(nobody)
  desk.apply(moved(50, bySystem, jan, nobody))
  expect(desk.conversation(first)?.declinedBy).toBe(nobody)
})

it('[D7.6] applying what the journal’s answer already contained changes nothing', () => {
  const desk = createDesk()
  const entries = [opened(10), moved(20, bySystem, nobody, mei)]
  desk.load([open({ owner: mei })], [profile(mei)])
  for (const entry of entries) desk.apply(entry)
  expect([desk.loadOf(mei), desk.waiting, [...desk.conversations()].length]).toEqual([1, 0, 1])
  desk.load([], [])
  expect([desk.loadOf(mei), desk.waiting, [...desk.agents()].length]).toEqual([0, 0, 0])
})

it('[D7.5] follows what agents are and what they say of themselves', () => {
  const desk = createDesk()
  desk.load([], [profile(mei)])
  desk.apply(committed(10, { author: byMei, kind: 'agent.status', body: { agent: mei, status: 'away' } }, nobody))
  expect(desk.agent(mei)?.status).toBe('away')
  desk.apply(
    committed(
      20,
      { author: byMei, kind: 'agent.changed', body: { agent: { ...profile(mei), active: false } } },
      nobody,
    ),
  )
  expect(desk.agent(mei)).toMatchObject({ active: false, status: 'online' })
})

it('[D7.3] read anew, the queue keeps its order: who waits longest, not who has the lowest number', () => {
  const desk = createDesk()
  const waiting = (id: number, queuedAt: number) =>
    open({ id: id as ConversationId, visitor: id as VisitorId, queuedAt: queuedAt as EpochMs })
  desk.load([waiting(5, 300), waiting(6, 100), waiting(7, 200)], [])
  expect(inQueue(desk)).toEqual([6, 7, 5])
})

it('[D7.3] put back after a restart, a visitor keeps the place that their waiting has earned', () => {
  const desk = createDesk()
  const later = open({ id: 2 as ConversationId, visitor: 8 as VisitorId, queuedAt: 15 as EpochMs })
  desk.load([open({ owner: mei, waitingSince: 10 as EpochMs }), later], [profile(mei)])
  desk.apply(moved(30, bySystem, mei, nobody))
  expect(inQueue(desk)).toEqual([first, 2])
})

it('[D7.7] remembers over a restart who put it back', () => {
  const desk = createDesk()
  desk.load([open({ declinedBy: mei })], [profile(mei)])
  expect(desk.conversation(first)?.declinedBy).toBe(mei)
  desk.apply(moved(40, bySystem, nobody, jan))
  expect(desk.conversation(first)?.declinedBy).toBe(nobody)
})

it('knows what each agent has, through every change of hands', () => {
  const desk = createDesk()
  const of = (agent: AgentId): readonly ConversationId[] => [...desk.conversationsOf(agent)].map(({ id }) => id)
  desk.load([open({ owner: mei })], [])
  expect([of(mei), of(jan), desk.loadOf(mei)]).toEqual([[first], [], 1])
  desk.apply(moved(2, bySystem, mei, jan))
  expect([of(mei), of(jan), desk.loadOf(mei), desk.loadOf(jan)]).toEqual([[], [first], 0, 1])
  desk.apply(moved(3, bySystem, jan, nobody))
  expect([of(mei), of(jan), of(nobody), desk.loadOf(jan)]).toEqual([[], [], [first], 0])
  desk.apply(moved(4, bySystem, nobody, mei))
  desk.load([], [])
  expect(of(mei)).toEqual([])
})
