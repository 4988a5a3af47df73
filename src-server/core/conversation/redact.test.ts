import { expect, it } from 'vitest'
import type {
  AgentId,
  ConversationId,
  Entry,
  EntryBodies,
  EntryKind,
  EpochMs,
  Offset,
  Seq,
} from '../../protocol/index.ts'
import { redact } from './redact.ts'

const entryOf = <Kind extends EntryKind>(kind: Kind, body: EntryBodies[Kind], conversation = 5): Entry =>
  ({
    offset: 9 as Offset,
    at: 1 as EpochMs,
    conversation: conversation as ConversationId,
    seq: 3 as Seq,
    author: { kind: 'agent', id: 2 },
    kind,
    body,
  }) as Entry // the pair of kind and body is the caller's

const li = 2 as AgentId
const visitor = { kind: 'visitor' } as const

it('[D3] a visitor sees every place, and not why, not notes, not the office', () => {
  const reason = { layer: 'load', rule: 'least', candidates: [] } as const
  const assigned = { agent: li, agentName: 'Li', previous: 0 as AgentId, reason }
  expect(redact(entryOf('conversation.assigned', assigned), visitor).body).toEqual({ ...assigned, reason: null })
  const transferred = { from: li, to: 3 as AgentId, toName: 'Mei', note: 'rude customer' }
  expect(redact(entryOf('conversation.transferred', transferred), visitor).body).toEqual({ ...transferred, note: '' })
  expect(redact(entryOf('conversation.closed', { reason: 'spam' }), visitor).body).toEqual({ reason: 'other' })
  const reasonOfQueue = { layer: 'tag', rule: 'debtors', intent: 0, confidence: 1, tookMicros: 9 } as never
  const place = { group: 4 as never, groupName: 'Debtors', agents: [li], priority: 3, reason: reasonOfQueue }
  const queued = entryOf('conversation.queued', { ...place, note: 'rude', front: true })
  const nothingOfIt = { group: 4, groupName: '', agents: [], priority: 0, reason: null, note: '', front: true }
  expect(redact(queued, visitor).body).toEqual(nothingOfIt)
  const note = entryOf('note.added', { cid: 'cid-12345' as never, text: 'he is lying' })
  expect(redact(note, visitor)).toEqual({ ...note, kind: 'hidden', body: {} })
  const status = entryOf('agent.status', { agent: li, status: 'away' }, 0)
  expect(redact(status, visitor)).toEqual({ ...status, kind: 'hidden', body: {} })
  const office = entryOf('message.sent', { cid: 'cid-12345' as never, text: 'among ourselves', files: [] }, 0)
  expect(redact(office, visitor)).toEqual({ ...office, kind: 'hidden', body: {} })
  const inside = entryOf('setting.changed', { key: 'a', before: 1, after: 2 })
  expect(redact(inside, visitor)).toEqual({ ...inside, kind: 'hidden', body: {} })
})

it('messages and agents’ views are left as they are', () => {
  const message = entryOf('message.sent', { cid: 'cid-12345' as never, text: 'hi', files: [] })
  expect(redact(message, visitor)).toBe(message)
  const closed = entryOf('conversation.closed', { reason: 'resolved' })
  expect(redact(closed, visitor)).toBe(closed)
  const status = entryOf('agent.status', { agent: li, status: 'away' }, 0)
  expect(redact(status, { kind: 'agent' })).toBe(status)
})

it('[D3.3] a visitor is told what a message answers, not which quick reply it began as', () => {
  const body = { cid: 'cid-12345' as never, text: 'XL', files: [], quote: 3 as Offset, reply: 7 as never }
  expect(JSON.parse(JSON.stringify(redact(entryOf('message.sent', body), visitor).body))).toEqual({
    cid: 'cid-12345',
    text: 'XL',
    files: [],
    quote: 3,
  })
  expect(redact(entryOf('message.sent', body), { kind: 'agent' }).body).toBe(body)
})

it('[D3.3] [D10.20] nobody is told by an entry what a quick reply says', () => {
  const secret = { text: 'Hello' }
  const changed = entryOf('setting.changed', { key: 'reply.7.1', before: secret, after: secret }, 0)
  expect(redact(changed, { kind: 'agent' }).body).toEqual({ key: 'reply.7.1', before: null, after: null })
  const other = entryOf('setting.changed', { key: 'routing.group.1', before: secret, after: secret }, 0)
  expect(redact(other, { kind: 'agent' })).toBe(other)
})
