import { encode } from '@msgpack/msgpack'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  encodeServerFrame,
  limits,
  type AgentId,
  type Cid,
  type ConversationId,
  type ConversationSummary,
  type Entry,
  type EpochMs,
  type Offset,
  type Seq,
  type VisitorId,
} from '../../protocol/index.ts'
import { arbitraryEntry } from '../../testing/arbitrary-entries.ts'
import { agentSnapshotFrom, visitorSnapshotFrom } from './visible-snapshot.ts'
import { fitting, fittingLast, wireWeight } from './wire-weight.ts'

const summary = (id: number, owner: number, url: string): ConversationSummary => ({
  id: id as ConversationId,
  visitor: {
    id: id as VisitorId,
    name: '',
    locale: '',
    userAgent: '',
    tags: [],
    page: { url, title: '', referrer: '' },
  },
  status: 'open',
  owner: owner as AgentId,
  openedAt: 0 as EpochMs,
  lastSeq: 1 as Seq,
  lastOffset: id as Offset,
  lastMessage: null,
  waitingSince: 0 as EpochMs,
  unread: 0,
})
const message = (offset: number, text: string): Entry => ({
  offset: offset as Offset,
  at: 0 as EpochMs,
  conversation: 1 as ConversationId,
  seq: offset as Seq,
  author: { kind: 'visitor', id: 0 },
  kind: 'message.sent',
  body: { cid: 'c0ffee00' as Cid, text, files: [] },
})
const nobody = { isConnected: () => false, isOnline: () => false }
const bytesOf = (snapshot: ReturnType<typeof visitorSnapshotFrom>): number =>
  encodeServerFrame({ type: 'reset', reason: 'first', snapshot }).length

it('[D9.5] the weight is never less than what the coder writes', () => {
  fc.assert(
    fc.property(arbitraryEntry, (entry) => {
      expect(wireWeight(entry)).toBeGreaterThanOrEqual(encode(entry).length)
    }),
  )
})

it('[D9.5] a list is cut to what fits, from either end, and never to nothing', () => {
  const heavy = ['x'.repeat(100), 'y'.repeat(100), 'z'.repeat(100)]
  expect(fitting(heavy, 700)).toEqual(heavy.slice(0, 2))
  expect(fittingLast(heavy, 700)).toEqual(heavy.slice(1))
  expect(fitting(heavy, 1)).toEqual(heavy.slice(0, 1))
  expect(fitting([], 1)).toEqual([])
})

it('[D9.5] an agent’s snapshot fits a frame; own conversations are the last to go, the order stays', () => {
  const conversations = Array.from({ length: 500 }, (_, index) =>
    summary(500 - index, index % 50 === 0 ? 3 : 4, '路'.repeat(1_500)),
  )
  const snapshot = agentSnapshotFrom(
    { cursor: 9 as Offset, agents: [], conversations, receipts: [] },
    3 as AgentId,
    nobody,
  )
  expect(bytesOf(snapshot)).toBeLessThanOrEqual(limits.maxServerFrameBytes)
  const ids = snapshot.conversations.map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted((a, b) => b - a))
  expect(snapshot.conversations.filter(({ owner }) => owner === 3)).toHaveLength(10)
  expect(ids.length).toBeGreaterThan(50)
})

it('[D9.5] a visitor’s snapshot fits a frame and keeps the newest entries', () => {
  const entries = Array.from({ length: limits.visitorSnapshotEntries }, (_, index) =>
    message(index + 1, '长'.repeat(10_000)),
  )
  const snapshot = visitorSnapshotFrom({ cursor: 50 as Offset, conversations: [], entries, receipts: [] })
  expect(bytesOf(snapshot)).toBeLessThanOrEqual(limits.maxServerFrameBytes)
  expect(snapshot.kind === 'visitor' && snapshot.entries.at(-1)?.offset).toBe(50)
})

it('[D4.6] an agent sees who is connected now; a visitor does not see what is internal', () => {
  const presence = { isConnected: (id: AgentId) => id === 3, isOnline: (id: VisitorId) => id === 1 }
  const agents = [3, 4].map(
    (id) => ({ id: id as AgentId, name: '', role: 'agent', status: 'online', capacity: 8, active: true }) as const,
  )
  const stored = { cursor: 9 as Offset, agents, conversations: [summary(1, 3, ''), summary(2, 3, '')], receipts: [] }
  const snapshot = agentSnapshotFrom(stored, 3 as AgentId, presence)
  expect(snapshot).toMatchObject({ agents: [{ connected: true }, { connected: false }], visitorsOnline: [1] })
  const assigned: Entry = {
    ...message(1, ''),
    kind: 'conversation.assigned',
    body: {
      agent: 3 as AgentId,
      agentName: 'Mei',
      previous: 0 as AgentId,
      reason: { layer: 'load', rule: 'least_loaded', candidates: [] },
    },
  }
  const own = visitorSnapshotFrom({ cursor: 9 as Offset, conversations: [], entries: [assigned], receipts: [] })
  expect(own).toMatchObject({ entries: [{ seq: 1, body: { agentName: 'Mei', reason: null } }] })
})
