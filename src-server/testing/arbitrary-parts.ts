// What frames and entries are made of, in every shape the protocol allows.
import fc, { type Arbitrary } from 'fast-check'
import {
  agentStatuses,
  authorKinds,
  errorCodes,
  roles,
  type AgentId,
  type AgentProfile,
  type AgentState,
  type AssignmentReason,
  type Author,
  type Cid,
  type ConversationId,
  type ConversationSummary,
  type Epoch,
  type EpochMs,
  type ErrorCode,
  type FileKey,
  type FileRef,
  type GroupId,
  type IntentId,
  type Offset,
  type QueueReason,
  type ReceiptMark,
  type RequestId,
  type Seq,
  type VisitorId,
  type VisitorProfile,
} from '../protocol/index.ts'

/** A brand is a promise about where a number came from; here it comes from nowhere. */
export const whole = <Brand extends number>(): Arbitrary<Brand> => fc.maxSafeNat() as Arbitrary<Brand>
export const text = (maxLength: number): Arbitrary<string> =>
  fc.string({ unit: 'grapheme', maxLength }).filter((value) => value.length <= maxLength)

export const offset = whole<Offset>()
export const seq = whole<Seq>()
export const conversation = whole<ConversationId>()
export const agentId = whole<AgentId>()
export const visitorId = whole<VisitorId>()
export const rid = whole<RequestId>()
export const at = whole<EpochMs>()
export const epoch = text(64) as Arbitrary<Epoch>
export const cid = fc.stringMatching(/^[\w-]{8,64}$/) as Arbitrary<Cid>
export const author: Arbitrary<Author> = fc.record({ kind: fc.constantFrom(...authorKinds), id: fc.nat() })
export const code: Arbitrary<ErrorCode> = fc.constantFrom(...(Object.keys(errorCodes) as ErrorCode[]))
export const page = fc.record({ url: text(80), title: text(20), referrer: text(80) })
export const pageInZone = fc.record({ url: text(80), title: text(20), referrer: text(80), zone: fc.option(text(20)) })
export const fileKey = text(64) as Arbitrary<FileKey>

export const file: Arbitrary<FileRef> = fc.record({
  key: fileKey,
  name: text(40),
  bytes: fc.nat(),
  mime: text(20),
  width: fc.nat(),
  height: fc.nat(),
})
export const visitor: Arbitrary<VisitorProfile> = fc.record({
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
export const agent: Arbitrary<AgentProfile> = fc.record(agentProfile)
export const agentState: Arbitrary<AgentState> = fc.record({ ...agentProfile, connected: fc.boolean() })
const layer = fc.constantFrom('manual', 'load', 'tag', 'intent', 'weight')
const share = fc.double({ min: 0, max: 10, noNaN: true })
export const reason = fc.record(
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
export const queueReason: Arbitrary<QueueReason> = fc.record({
  layer,
  rule: text(20),
  intent: whole<IntentId>(),
  confidence: share,
  tookMicros: fc.nat(),
})
export const mark: Arbitrary<ReceiptMark> = fc.record({ conversation, reader: author, delivered: offset, read: offset })
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
export const summary: Arbitrary<ConversationSummary> = fc.oneof(
  fc.record(summaryWithoutPlace),
  fc.record({ ...summaryWithoutPlace, placed: fc.record({ group: whole<GroupId>(), priority: fc.nat() }) }),
  fc.record({
    ...summaryWithoutPlace,
    placed: fc.record({ group: whole<GroupId>(), priority: fc.nat(), intent: whole<IntentId>() }),
    answered: fc.constant(true as const),
  }),
)

export const nothing = fc.constant({})
export const settingValue = fc.oneof(
  text(20),
  fc.boolean(),
  fc.nat(),
  fc.array(text(5), { maxLength: 2 }),
  fc.record({ hours: fc.nat() }),
)
export const revision = fc.record({ offset, at, recalled: fc.boolean() })
