// Every frame and entry of the protocol as fast-check arbitraries: what round trips and fuzzing draw from.
import fc, { type Arbitrary } from 'fast-check'
import {
  agentStatuses,
  chosenCloseReasons,
  limits,
  offerEnds,
  roles,
  placeStates,
  type ClientFrame,
  type ClientFrameOf,
  type ClientFrameType,
  type GroupId,
  type ReplyId,
  type Seq,
  type ServerFrame,
  type ServerFrameOf,
  type ServerFrameType,
} from '../protocol/index.ts'
import { views } from '../protocol/client-frame-schemas.ts'
import { arbitraryEntry } from './arbitrary-entries.ts'
import {
  whole,
  text,
  offset,
  seq,
  conversation,
  agentId,
  visitorId,
  rid,
  at,
  epoch,
  cid,
  author,
  code,
  page,
  pageInZone,
  fileKey,
  agentState,
  reason,
  mark,
  summary,
  nothing,
} from './arbitrary-parts.ts'

const entries = fc.array(arbitraryEntry, { maxLength: 4 })

const said = { cid, conversation, text: text(200), files: fc.array(fileKey, { maxLength: 3 }) }
type ClientFields = { readonly [Type in ClientFrameType]: Arbitrary<Omit<ClientFrameOf<Type>, 'type'>> }
const clientFields: ClientFields = {
  hello: fc.record({
    version: fc.nat(65_535),
    token: text(200),
    epoch,
    cursor: offset,
    scope: fc.constantFrom('all', 'own'),
    locale: text(35),
    app: text(80),
  }),
  resume: fc.record({ epoch, cursor: offset }),
  send: fc.oneof(
    fc.record(said),
    fc.record({ ...said, quote: offset }),
    fc.record({ ...said, quote: fc.option(offset), reply: whole<ReplyId>() }),
    fc.record({ ...said, quote: fc.constant(null), reply: fc.option(whole<ReplyId>()), seen: whole<Seq>() }),
  ),
  receipt: fc.record({ conversation, delivered: offset, read: offset }),
  typing: fc.record({ conversation, active: fc.boolean() }),
  history: fc.record({
    rid,
    conversation,
    after: seq,
    before: seq,
    limit: fc.integer({ min: 1, max: limits.maxHistoryPage }),
  }),
  list: fc.record({
    rid,
    view: fc.constantFrom(...views),
    visitor: visitorId,
    before: offset,
    limit: fc.integer({ min: 1, max: limits.maxListPage }),
  }),
  assign: fc.record({ rid, conversation, agent: agentId }),
  transfer: fc.record({ rid, conversation, agent: agentId, note: text(50) }),
  close: fc.record({ rid, conversation, reason: fc.constantFrom(...chosenCloseReasons) }),
  status: fc.record({ rid, status: fc.constantFrom(...agentStatuses) }),
  page: fc.oneof(page, pageInZone),
  beat: nothing,
  queue: fc.record({ rid, conversation, group: whole<GroupId>(), note: text(50) }),
  note: fc.oneof(
    fc.record({ rid, cid, conversation, text: text(50) }),
    fc.record({ rid, cid, conversation, text: text(50), mentions: fc.array(agentId, { maxLength: 3 }) }),
  ),
  answer: fc.record({ rid, conversation, accept: fc.boolean(), note: text(50) }),
  ask: fc.record({ rid, conversation, agent: agentId, note: text(50) }),
  watch: fc.record({ conversation }),
  revise: fc.record({ cid, conversation, message: cid, text: fc.option(text(200)) }),
}

const cursor = offset
const announcement = fc.option(fc.record({ zh: text(50), en: text(50), at, until: at }), { nil: null })
const snapshot = fc.oneof(
  fc.record({
    kind: fc.constant('visitor' as const),
    cursor,
    conversations: fc.array(summary, { maxLength: 2 }),
    entries,
    receipts: fc.array(mark, { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('agent' as const),
    cursor,
    agents: fc.array(agentState, { maxLength: 2 }),
    conversations: fc.array(summary, { maxLength: 2 }),
    receipts: fc.array(mark, { maxLength: 2 }),
    visitorsOnline: fc.array(visitorId, { maxLength: 3 }),
  }),
)

type ServerFields = { readonly [Type in ServerFrameType]: Arbitrary<Omit<ServerFrameOf<Type>, 'type'>> }
const serverFields: ServerFields = {
  welcome: fc.record({
    epoch,
    serverTime: at,
    heartbeatMs: fc.nat(),
    takes: fc.nat(),
    viewer: fc.oneof(
      fc.record({ kind: fc.constant('visitor' as const), id: visitorId, name: text(20) }),
      fc.record({ kind: fc.constant('agent' as const), id: agentId, name: text(20), role: fc.constantFrom(...roles) }),
    ),
  }),
  entry: fc.record({ entry: arbitraryEntry }),
  entries: fc.record({ entries }),
  live: fc.record({ cursor, announcement }),
  announcement: fc.record({ announcement }),
  reset: fc.record({ reason: fc.constantFrom('first', 'epoch', 'too_old', 'future'), snapshot }),
  ack: fc.record({ cid, conversation, offset, seq, at }),
  reject: fc.record({ cid, code }),
  receipts: fc.record({ marks: fc.array(mark, { maxLength: 3 }) }),
  typing: fc.record({ conversation, author, active: fc.boolean() }),
  presence: fc.record({ agent: agentId, connected: fc.boolean() }),
  visitor: fc.record({ visitor: visitorId, online: fc.boolean(), page: fc.option(page) }),
  people: fc.record({
    connected: fc.array(agentId, { maxLength: 3 }),
    disconnected: fc.array(agentId, { maxLength: 3 }),
    online: fc.array(fc.record({ visitor: visitorId, page: fc.option(page) }), { maxLength: 3 }),
    offline: fc.array(visitorId, { maxLength: 3 }),
  }),
  history: fc.record({ rid, conversation, entries }),
  list: fc.record({
    rid,
    conversations: fc.array(summary, { maxLength: 2 }),
    next: offset,
    receipts: fc.array(mark, { maxLength: 2 }),
  }),
  done: fc.record({ rid }),
  fail: fc.record({ rid, code }),
  beat: fc.record({ head: offset, last: offset, at }),
  bye: fc.record({ code, retryAfterMs: fc.nat() }),
  place: fc.record({
    conversation,
    state: fc.constantFrom(...placeStates),
    position: fc.nat(),
    waitMs: fc.option(fc.nat()),
    opensAt: fc.option(at),
  }),
  offer: fc.record({
    conversation,
    agent: agentId,
    group: whole<GroupId>(),
    until: at,
    why: fc.option(reason),
    from: agentId,
    note: text(50),
  }),
  viewers: fc.record({ conversation, agents: fc.array(agentId, { maxLength: 3 }) }),
  offerOver: fc.record({ conversation, agent: agentId, why: fc.constantFrom(...offerEnds), note: text(50) }),
}

/** One of each type in turn is drawn equally often, however rare it is in real life. */
const framesOf = <Frame>(fields: Readonly<Record<string, Arbitrary<object>>>): Arbitrary<Frame> =>
  fc.oneof(
    ...Object.entries(fields).map(([type, body]) => body.map((values) => ({ type, ...values }))),
  ) as Arbitrary<unknown> as Arbitrary<Frame>

export const arbitraryClientFrame: Arbitrary<ClientFrame> = framesOf(clientFields)
export const arbitraryServerFrame: Arbitrary<ServerFrame> = framesOf(serverFields)
