// Shapes of the HTTP API under /api/v1: fastify validates and documents with them, clients import the types only.
import { Type, type Static } from 'typebox'
import { views } from './client-frame-schemas.ts'
import { agentStatuses, authorKinds, roles, type ConversationSummary } from './domain.ts'
import { entryKinds, type Entry } from './entries.ts'
import { limits } from './limits.ts'
import { placeStates } from './server-frames.ts'

const id = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const oneOf = <Value extends string>(values: readonly Value[]) => Type.Unsafe<Value>(Type.Enum([...values]))

export const ErrorBody = Type.Object({
  code: Type.String(),
  /** In the language of Accept-Language. */
  message: Type.String(),
  retryable: Type.Boolean(),
  /** All that was wrong with a setting: where in it, why, and what else is concerned. */
  faults: Type.Optional(
    Type.Array(
      Type.Object({
        field: Type.String(),
        code: Type.String(),
        message: Type.String(),
        names: Type.Array(Type.String()),
      }),
    ),
  ),
})
export type ErrorBody = Static<typeof ErrorBody>

const Page = Type.Object({
  url: Type.String({ maxLength: limits.maxUrlLength }),
  title: Type.String({ maxLength: limits.maxTitleLength }),
  referrer: Type.String({ maxLength: limits.maxUrlLength }),
  /** The name of a time zone. */
  zone: Type.Optional(
    Type.Unsafe<string | null | undefined>(
      Type.Union([Type.String({ maxLength: limits.maxTimeZoneLength }), Type.Null()]),
    ),
  ),
})

/** POST /visitors: a new visitor identity. The token is the visitor's whole identity: the widget keeps it. */
export const NewVisitor = Type.Object({
  name: Type.Optional(Type.String({ maxLength: limits.maxNameLength })),
  locale: Type.Optional(Type.String({ maxLength: 35 })),
  tags: Type.Optional(Type.Array(Type.String({ maxLength: limits.maxTagLength }), { maxItems: limits.maxTags })),
  page: Type.Optional(Page),
})
export const VisitorIdentity = Type.Object({ visitor: id, token: Type.String() })
export type NewVisitor = Static<typeof NewVisitor>
export type VisitorIdentity = Static<typeof VisitorIdentity>

/** POST /messages: the same send as the WebSocket's, same `cid` (D2, D5). Visitor or agent token. */
export const NewMessage = Type.Object({
  cid: Type.String({ maxLength: 1_000 }),
  conversation: id,
  text: Type.String(),
  files: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 100 })),
  /** The offset of the message of the same conversation that it answers. */
  quote: Type.Optional(id),
  /** An agent's: the quick reply that it began as. */
  reply: Type.Optional(id),
  /** An agent's: the seq of the newest entry that they had seen; a colleague's newer answer refuses theirs (`answered_meanwhile`). */
  seen: Type.Optional(id),
})
/** POST /revisions: the same as the WebSocket's `revise` (D2.6). `message` is the cid of what is revised; null recalls it. */
export const NewRevision = Type.Object({
  cid: Type.String({ maxLength: 1_000 }),
  conversation: id,
  message: Type.String({ maxLength: 1_000 }),
  text: Type.Union([Type.String(), Type.Null()]),
})
export const MessageAck = Type.Object({ cid: Type.String(), conversation: id, offset: id, seq: id, at: id })
export type NewMessage = Static<typeof NewMessage>
export type MessageAck = Static<typeof MessageAck>

/** POST /ratings: what the visitor thinks of a conversation that was closed. */
export const NewRating = Type.Object({
  cid: Type.String({ maxLength: 1_000 }),
  conversation: id,
  /** 1 is the worst, limits.maxScore the best. */
  score: id,
  comment: Type.Optional(Type.String()),
})
export type NewRating = Static<typeof NewRating>

/** GET /place: where the visitor stands in the queue, with the values of the frame `place` (D7.24). Visitor token. */
export const VisitorPlace = Type.Object({
  /** 0 without an open conversation. */
  conversation: id,
  state: oneOf(placeStates),
  position: id,
  waitMs: Type.Union([id, Type.Null()]),
  opensAt: Type.Union([id, Type.Null()]),
})
export type VisitorPlace = Static<typeof VisitorPlace>

/** POST /files?name=… with the raw bytes as body. Visitor or agent token. */
export const StoredFile = Type.Object({
  key: Type.String(),
  name: Type.String(),
  bytes: id,
  mime: Type.String(),
  width: id,
  height: id,
})
export type StoredFile = Static<typeof StoredFile>

/** GET /desk: what a client may know before anyone logged in. */
export const DeskInfo = Type.Object({
  name: Type.String(),
  version: Type.String(),
  /** No account exists yet: the first start asks for an owner. */
  needsSetup: Type.Boolean(),
  /** Where it listens with TLS and a key of its own, which a pairing makes known; null where it does not. Missing before 0.2. */
  securePort: Type.Optional(Type.Union([Type.Integer(), Type.Null()])),
})
export type DeskInfo = Static<typeof DeskInfo>

/** POST /setup: the owner's account. The code was printed by the server (or handed over by the host app). */
export const Setup = Type.Object({
  code: Type.String({ maxLength: 64 }),
  name: Type.String(),
  login: Type.String(),
  password: Type.String(),
})
export type Setup = Static<typeof Setup>

/** POST /sessions */
export const Login = Type.Object({
  login: Type.String(),
  password: Type.String(),
  client: Type.Optional(Type.String({ maxLength: 80 })),
})
export type Login = Static<typeof Login>

export const Agent = Type.Object({
  id,
  name: Type.String(),
  login: Type.String(),
  role: oneOf(roles),
  status: oneOf(agentStatuses),
  capacity: Type.Integer({ minimum: 0, maximum: 1_000 }),
  active: Type.Boolean(),
})
export type Agent = Static<typeof Agent>

/** Answer to setup and login. */
export const LoggedIn = Type.Object({ token: Type.String(), agent: Agent })
export type LoggedIn = Static<typeof LoggedIn>

/** GET /sessions, DELETE /sessions/:id, DELETE /sessions/current */
const Session = Type.Object({
  id,
  createdAt: id,
  lastSeenAt: id,
  address: Type.String(),
  client: Type.String(),
  current: Type.Boolean(),
})
export const SessionList = Type.Object({ sessions: Type.Array(Session) })
export type SessionList = Static<typeof SessionList>

/** GET /agents; POST /agents and PATCH /agents/:id by admins and owners. */
export const AgentList = Type.Object({ agents: Type.Array(Agent) })
export type AgentList = Static<typeof AgentList>
export const NewAgent = Type.Object({
  name: Type.String(),
  login: Type.String(),
  password: Type.String(),
  role: oneOf(roles),
  capacity: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 })),
})
export type NewAgent = Static<typeof NewAgent>
export const AgentChange = Type.Object({
  name: Type.Optional(Type.String()),
  role: Type.Optional(oneOf(roles)),
  capacity: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000 })),
  active: Type.Optional(Type.Boolean()),
  /** Setting a password ends all of that agent's sessions. */
  password: Type.Optional(Type.String()),
})
export type AgentChange = Static<typeof AgentChange>

/** PATCH /me: own name or password; the old password is asked for a new one. */
export const OwnChange = Type.Object({
  name: Type.Optional(Type.String()),
  password: Type.Optional(Type.Object({ old: Type.String(), new: Type.String() })),
})
export type OwnChange = Static<typeof OwnChange>

/** All old sessions end with a new password; `token` opens the one that replaces the caller's, null when nothing ended. */
export const OwnChanged = Type.Object({ agent: Agent, token: Type.Union([Type.String(), Type.Null()]) })
export type OwnChanged = Static<typeof OwnChanged>

/** PATCH /agents/:id, DELETE /sessions/:id … */
export const IdParams = Type.Object({ id })

/** One journal entry; `body` depends on `kind` as in protocol/entries.ts. */
const JournalEntry = Type.Unsafe<Entry>(
  Type.Object({
    offset: id,
    at: id,
    conversation: id,
    seq: id,
    author: Type.Object({ kind: oneOf(authorKinds), id }),
    kind: oneOf(entryKinds),
    body: Type.Object({}),
  }),
)

/** GET /conversations: like the `list` frame. `next` is the `before` of the page after this one; 0 when there is none. */
export const ConversationQuery = Type.Object({
  view: Type.Optional(oneOf(views)),
  visitor: Type.Optional(id),
  before: Type.Optional(id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.maxListPage })),
})
const ConversationRow = Type.Unsafe<ConversationSummary>(
  Type.Object({ id, status: oneOf(['open', 'closed'] as const), owner: id, openedAt: id, lastSeq: id, lastOffset: id }),
)
export const ConversationPage = Type.Object({ conversations: Type.Array(ConversationRow), next: id })
export type ConversationPage = Static<typeof ConversationPage>

/** GET /conversations/:id/entries: like the `history` frame, by rising seq. */
export const EntriesQuery = Type.Object({
  after: Type.Optional(id),
  before: Type.Optional(id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.maxHistoryPage })),
})
export const EntryPage = Type.Object({ entries: Type.Array(JournalEntry) })
export type EntryPage = Static<typeof EntryPage>

/**
 * GET /feed: everything the token may see after `cursor`, waiting up to `waitMs` for something to happen. The same cursor
 * and the same journal as the WebSocket's. Send back `epoch` and `cursor` of the last answer.
 */
export const FeedQuery = Type.Object({
  cursor: id,
  epoch: Type.Optional(Type.String({ maxLength: 64 })),
  waitMs: Type.Optional(Type.Integer({ minimum: 0, maximum: limits.maxLongPollMs })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.replayChunk })),
})
export type FeedQuery = Static<typeof FeedQuery>
export const FeedPage = Type.Object({
  epoch: Type.String(),
  cursor: id,
  entries: Type.Array(JournalEntry),
  /** More is there already: ask again at once. */
  more: Type.Boolean(),
  /** The cursor was of another journal or from the future: forget what you have and start from `cursor`. */
  reset: Type.Boolean(),
})
export type FeedPage = Static<typeof FeedPage>

/** POST /files?name= */
export const UploadQuery = Type.Object({ name: Type.Optional(Type.String({ maxLength: 1_000 })) })
