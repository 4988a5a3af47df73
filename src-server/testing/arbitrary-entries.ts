// Entries of every kind.
import fc, { type Arbitrary } from 'fast-check'
import {
  agentStatuses,
  closeReasons,
  type Entry,
  type EntryBodies,
  type EntryKind,
  type EntryOf,
  type EpochMs,
  type GroupId,
  type ReplyId,
} from '../protocol/index.ts'
import {
  whole,
  text,
  offset,
  seq,
  conversation,
  agentId,
  at,
  cid,
  author,
  file,
  visitor,
  agent,
  reason,
  queueReason,
  nothing,
  settingValue,
  revision,
} from './arbitrary-parts.ts'

const sent = { cid, text: text(60), files: fc.array(file, { maxLength: 2 }) }
const revised = { cid, message: offset, text: fc.option(text(60)), isNote: fc.boolean() }
const bodies: { readonly [Kind in EntryKind]: Arbitrary<EntryBodies[Kind]> } = {
  hidden: nothing,
  'message.sent': fc.oneof(
    fc.record(sent),
    fc.record({ ...sent, quote: offset }),
    fc.record({ ...sent, quote: fc.option(offset), reply: whole<ReplyId>() }),
    fc.record({ ...sent, quote: fc.constant(null), reply: fc.constant(null), revision }),
  ),
  'conversation.opened': fc.record({ visitor }),
  'conversation.assigned': fc.record({
    agent: agentId,
    agentName: text(20),
    previous: agentId,
    reason: fc.option(reason),
  }),
  'conversation.transferred': fc.record({ from: agentId, to: agentId, toName: text(20), note: text(30) }),
  'conversation.closed': fc.record({ reason: fc.constantFrom(...closeReasons) }),
  'conversation.reopened': nothing,
  'agent.changed': fc.record({ agent }),
  'agent.status': fc.record({ agent: agentId, status: fc.constantFrom(...agentStatuses) }),
  'setting.changed': fc.record({ key: text(20), before: fc.constant(null), after: settingValue }),
  'conversation.queued': fc.record({
    group: whole<GroupId>(),
    groupName: text(20),
    agents: fc.array(agentId, { maxLength: 3 }),
    priority: fc.nat(9),
    reason: fc.option(queueReason),
    note: text(30),
    front: fc.boolean(),
  }),
  'message.revised': fc.oneof(fc.record(revised), fc.record({ ...revised, isUnanswered: fc.constant(true as const) })),
  'note.added': fc.oneof(
    fc.record({ cid, text: text(60) }),
    fc.record({ cid, text: text(60), revision }),
    fc.record({ cid, text: text(60), revision, mentions: fc.array(agentId, { maxLength: 3 }) }),
  ),
  'conversation.rated': fc.record({
    cid,
    score: fc.integer({ min: 1, max: 5 }),
    comment: text(40),
    closedAt: whole<EpochMs>(),
    agent: agentId,
    group: whole<GroupId>(),
  }),
}

const entryOf = <Kind extends EntryKind>(kind: Kind): Arbitrary<EntryOf<Kind>> =>
  fc.record({ offset, at, conversation, seq, author, kind: fc.constant(kind), body: bodies[kind] })

export const arbitraryEntry: Arbitrary<Entry> = fc.oneof(
  ...(Object.keys(bodies) as EntryKind[]).map((kind) => entryOf(kind) as Arbitrary<Entry>),
)
