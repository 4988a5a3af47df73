// Every frame and entry of the protocol as fast-check arbitraries: what round trips and fuzzing draw from.
import fc, { type Arbitrary } from 'fast-check'
import {
  agentStatuses,
  authorKinds,
  chosenCloseReasons,
  closeReasons,
  errorCodes,
  limits,
  offerEnds,
  roles,
  placeStates,
  type AgentId,
  type AgentProfile,
  type AgentState,
  type AssignmentReason,
  type Author,
  type Cid,
  type ClientFrame,
  type ClientFrameOf,
  type ClientFrameType,
  type ConversationId,
  type ConversationSummary,
  type Entry,
  type EntryBodies,
  type EntryKind,
  type EntryOf,
  type Epoch,
  type EpochMs,
  type ErrorCode,
  type FileKey,
  type FileRef,
  type GroupId,
  type IntentId,
  type Offset,
  type ReplyId,
  type QueueReason,
  type ReceiptMark,
  type RequestId,
  type Seq,
  type ServerFrame,
  type ServerFrameOf,
  type ServerFrameType,
  type VisitorId,
  type VisitorProfile,
} from '../protocol/index.ts'
import { views } from '../protocol/client-frame-schemas.ts'

/** A brand is a promise about where a number came from; here it comes from nowhere. */
const whole = <Brand extends number>(): Arbitrary<Brand> => fc.maxSafeNat() as Arbitrary<Brand>
const text = (maxLength: number): Arbitrary<string> =>
  fc.string({ unit: 'grapheme', maxLength }).filter((value) => value.length <= maxLength)

const offset = whole<Offset>()
const seq = whole<Seq>()
const conversation = whole<ConversationId>()
const agentId = whole<AgentId>()
const visitorId = whole<VisitorId>()
const rid = whole<RequestId>()
const at = whole<EpochMs>()
const epoch = text(64) as Arbitrary<Epoch>
const cid = fc.stringMatching(/^[\w-]{8,64}$/) as Arbitrary<Cid>
const author: Arbitrary<Author> = fc.record({ kind: fc.constantFrom(...authorKinds), id: fc.nat() })
const code: Arbitrary<ErrorCode> = fc.constantFrom(...(Object.keys(errorCodes) as ErrorCode[]))
const page = fc.record({ url: text(80), title: text(20), referrer: text(80) })
const pageInZone = fc.record({ url: text(80), title: text(20), referrer: text(80), zone: fc.option(text(20)) })
const fileKey = text(64) as Arbitrary<FileKey>

const file: Arbitrary<FileRef> = fc.record({
  key: fileKey,
  name: text(40),
  bytes: fc.nat(),
  mime: text(20),
  width: fc.nat(),
  height: fc.nat(),
})
const visitor: Arbitrary<VisitorProfile> = fc.record({
  id: visitorId,
  name: text(20),
  locale: text(10),
  userAgent: text(40),
  tags: fc.array(text(10), { maxLength: 3 }),
  page,
})
const agentProfile = {
  id: agentId,
  name: text(20),
  role: fc.constantFrom(...roles),
  status: fc.constantFrom(...agentStatuses),
  capacity: fc.nat(),
  active: fc.boolean(),
}
const agent: Arbitrary<AgentProfile> = fc.record(agentProfile)
const agentState: Arbitrary<AgentState> = fc.record({ ...agentProfile, connected: fc.boolean() })
const layer = fc.constantFrom('manual', 'load', 'tag', 'intent', 'weight')
const share = fc.double({ min: 0, max: 10, noNaN: true })
const reason = fc.record(
  {
    layer,
    rule: text(20),
    candidates: fc.array(
      fc.record(
        {
          agent: agentId,
          load: fc.nat(),
          capacity: fc.nat(),
          score: share,
          weight: share,
          no: fc.constantFrom(
            'full',
            'away',
            'busy',
            'offline',
            'language',
            'declined',
            'not_member',
            'weight',
            'not_drawn',
          ),
        },
        { requiredKeys: ['agent', 'load', 'capacity', 'score'] },
      ),
      { maxLength: 3 },
    ),
    group: whole<GroupId>(),
    intent: whole<IntentId>(),
    confidence: share,
    tookMicros: fc.nat(),
  },
  { requiredKeys: ['layer', 'rule', 'candidates'] },
) as Arbitrary<AssignmentReason>
const queueReason: Arbitrary<QueueReason> = fc.record({
  layer,
  rule: text(20),
  intent: whole<IntentId>(),
  confidence: share,
  tookMicros: fc.nat(),
})
const mark: Arbitrary<ReceiptMark> = fc.record({ conversation, reader: author, delivered: offset, read: offset })
const summaryWithoutPlace = {
  id: conversation,
  visitor,
  status: fc.constantFrom('open', 'closed'),
  owner: agentId,
  openedAt: at,
  lastSeq: seq,
  lastOffset: offset,
  lastMessage: fc.option(fc.record({ author, preview: text(20), at, offset })),
  waitingSince: at,
  unread: fc.nat(),
}
const summary: Arbitrary<ConversationSummary> = fc.oneof(
  fc.record(summaryWithoutPlace),
  fc.record({ ...summaryWithoutPlace, placed: fc.record({ group: whole<GroupId>(), priority: fc.nat() }) }),
  fc.record({
    ...summaryWithoutPlace,
    placed: fc.record({ group: whole<GroupId>(), priority: fc.nat(), intent: whole<IntentId>() }),
    answered: fc.constant(true as const),
  }),
)

const nothing = fc.constant({})
const settingValue = fc.oneof(
  text(20),
  fc.boolean(),
  fc.nat(),
  fc.array(text(5), { maxLength: 2 }),
  fc.record({ hours: fc.nat() }),
)
const revision = fc.record({ offset, at, recalled: fc.boolean() })
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
}

const entryOf = <Kind extends EntryKind>(kind: Kind): Arbitrary<EntryOf<Kind>> =>
  fc.record({ offset, at, conversation, seq, author, kind: fc.constant(kind), body: bodies[kind] })

export const arbitraryEntry: Arbitrary<Entry> = fc.oneof(
  ...(Object.keys(bodies) as EntryKind[]).map((kind) => entryOf(kind) as Arbitrary<Entry>),
)

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
