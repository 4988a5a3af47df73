// The schemas of client frames, checked at the server's edge. Not in the barrel: clients import only the types.
import { Type, type TSchema } from 'typebox'
import { agentStatuses, chosenCloseReasons } from './domain.ts'
import type {
  AgentId,
  Cid,
  ConversationId,
  Epoch,
  FileKey,
  GroupId,
  Offset,
  ReplyId,
  RequestId,
  Seq,
  VisitorId,
} from './ids.ts'
import { limits } from './limits.ts'

const integer = <Brand extends number>() =>
  Type.Unsafe<Brand>(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }))
const text = <Brand extends string = string>(maxLength: number) => Type.Unsafe<Brand>(Type.String({ maxLength }))
const oneOf = <Value extends string>(values: readonly Value[]) => Type.Unsafe<Value>(Type.Enum([...values]))

/** Came later: older clients do not send it, newer ones nil. */
const perhaps = <Brand extends number>() =>
  Type.Optional(Type.Unsafe<Brand | null | undefined>(Type.Union([integer<Brand>(), Type.Null()])))

const rid = integer<RequestId>()
const conversation = integer<ConversationId>()
const offset = integer<Offset>()

export const views = ['mine', 'queue', 'open', 'closed', 'visitor'] as const
export type View = (typeof views)[number]

/**
 * Message texts, cids and notes are bounded by the frame here and judged in core, so that a too long message gets its
 * own coded answer (`reject`) instead of costing the sender the connection.
 */
const judgedInCore = limits.maxClientFrameBytes

export const clientFrameSchemas = {
  /** First frame of every connection. `token` empty is refused; `cursor` 0 asks for a snapshot. */
  hello: Type.Object({
    version: Type.Integer({ minimum: 0, maximum: 65_535 }),
    token: text(200),
    epoch: text<Epoch>(64),
    cursor: offset,
    /** Agents: `all` conversations or only `own`. Visitors always get their own. */
    scope: oneOf(['all', 'own'] as const),
    locale: text(35),
    /** Name and version of the client, for support. */
    app: text(80),
  }),
  /** A live client that noticed a gap asks for everything after `cursor` again. */
  resume: Type.Object({ epoch: text<Epoch>(64), cursor: offset }),
  send: Type.Object({
    cid: text<Cid>(judgedInCore),
    conversation,
    text: text(judgedInCore),
    files: Type.Array(text<FileKey>(64), { maxItems: 100 }),
    /** The message of the same conversation that it answers. */
    quote: perhaps<Offset>(),
    /** An agent's: the quick reply that it began as, so that it can be counted. */
    reply: perhaps<ReplyId>(),
    /** An agent's: the newest entry of the conversation that they had seen when they began to write. SPEC D5.2. */
    seen: perhaps<Seq>(),
  }),
  /** "I have / have read everything up to": 0 leaves that mark alone. */
  receipt: Type.Object({ conversation, delivered: offset, read: offset }),
  typing: Type.Object({ conversation, active: Type.Boolean() }),
  /** Entries with `after` < seq < `before` (0 = unbounded), the newest `limit` of them, or the oldest when only `after` is given. */
  history: Type.Object({
    rid,
    conversation,
    after: integer<Seq>(),
    before: integer<Seq>(),
    limit: Type.Integer({ minimum: 1, maximum: limits.maxHistoryPage }),
  }),
  /** Summaries by falling lastOffset below `before` (0 = newest). `visitor` only matters to the view of that name. */
  list: Type.Object({
    rid,
    view: oneOf(views),
    visitor: integer<VisitorId>(),
    before: offset,
    limit: Type.Integer({ minimum: 1, maximum: limits.maxListPage }),
  }),
  /** Take it (own id; only what nobody has, a colleague's is taken over by `transfer`), give it, or put it back (0). SPEC D7.4. */
  assign: Type.Object({ rid, conversation, agent: integer<AgentId>() }),
  transfer: Type.Object({ rid, conversation, agent: integer<AgentId>(), note: text(judgedInCore) }),
  close: Type.Object({ rid, conversation, reason: oneOf(chosenCloseReasons) }),
  status: Type.Object({ rid, status: oneOf(agentStatuses) }),
  /** The page a visitor is looking at now. */
  page: Type.Object({
    url: text(limits.maxUrlLength),
    title: text(limits.maxTitleLength),
    referrer: text(limits.maxUrlLength),
    /** The name of a time zone. Came later. */
    zone: Type.Optional(Type.Unsafe<string | null | undefined>(Type.Union([text(judgedInCore), Type.Null()]))),
  }),
  /** The answer to a server's beat: I am here. */
  beat: Type.Object({}),
  /** To the queue of a group, with a note for whoever takes it. SPEC D7.8. */
  queue: Type.Object({ rid, conversation, group: integer<GroupId>(), note: text(judgedInCore) }),
  /** Among colleagues. The `cid` makes a retry harmless (D2). */
  note: Type.Object({
    rid,
    cid: text<Cid>(judgedInCore),
    conversation,
    text: text(judgedInCore),
    /** Colleagues whom it calls. Came later: older clients do not send it, newer ones nil. SPEC D2.9. */
    mentions: Type.Optional(
      Type.Unsafe<readonly AgentId[] | null | undefined>(
        Type.Union([Type.Array(integer<AgentId>(), { maxItems: 100 }), Type.Null()]),
      ),
    ),
  }),
  /** To an `offer`. `note` says why not, to the colleague who asked. SPEC D7.25. */
  answer: Type.Object({ rid, conversation, accept: Type.Boolean(), note: text(judgedInCore) }),
  /** Whether a colleague takes it over; NO_AGENT takes the question back. It stays where it is meanwhile. SPEC D7.26. */
  ask: Type.Object({ rid, conversation, agent: integer<AgentId>(), note: text(judgedInCore) }),
  /** The conversation on an agent's screen now, 0 for none: they see who types in it. Reading along leaves no other trace. SPEC D4.8. */
  watch: Type.Object({ conversation }),
  /**
   * What the sender wrote earlier reads `text` from now on; null recalls it. `message` is its `cid`, so that it can be named before it was
   * acknowledged; `conversation` may be 0: wherever it lies. SPEC D2.6.
   */
  revise: Type.Object({
    cid: text<Cid>(judgedInCore),
    conversation,
    message: text<Cid>(judgedInCore),
    text: Type.Union([text(judgedInCore), Type.Null()]),
  }),
} satisfies Record<string, TSchema>
