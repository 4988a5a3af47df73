// Search over all history: what is asked and what is answered. Clients import types only.
import { Type, type Static } from 'typebox'
import { authorKinds, type ConversationSummary } from './domain.ts'
import type { AgentId, ConversationId, EpochMs, GroupId, IntentId, Offset, Seq, VisitorId } from './ids.ts'
import { limits } from './limits.ts'

const number = <Id extends number>() => Type.Unsafe<Id>(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }))
const oneOf = <const Values extends readonly string[]>(values: Values) =>
  Type.Unsafe<Values[number]>(Type.Enum([...values]))

/** The visitor, the desk (people and the system) to the visitor, or colleagues among themselves. */
export const searchAuthors = ['visitor', 'desk', 'note'] as const
export type SearchAuthors = (typeof searchAuthors)[number]

/** GET /search. Filters narrow down together. */
export const SearchParams = Type.Object({
  /** Every word must stand in the message. No query language: quotes and signs mean nothing. */
  q: Type.String({ maxLength: limits.maxSearchLength }),
  /** Only older hits than this: `next` of the page before. */
  before: Type.Optional(number<Offset>()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.maxSearchPage })),
  conversation: Type.Optional(number<ConversationId>()),
  by: Type.Optional(oneOf(searchAuthors)),
  /** Who wrote it, or had the conversation when it was written. */
  agent: Type.Optional(number<AgentId>()),
  from: Type.Optional(number<EpochMs>()),
  until: Type.Optional(number<EpochMs>()),
  // Of the conversation and its visitor as they are now:
  status: Type.Optional(oneOf(['open', 'closed'] as const)),
  group: Type.Optional(number<GroupId>()),
  intent: Type.Optional(number<IntentId>()),
  tag: Type.Optional(Type.String({ minLength: 1, maxLength: limits.maxTagLength })),
})
export type SearchParams = Static<typeof SearchParams>

/** UTF-16 positions in a text: from, up to. Rising, apart from each other. */
const Marks = Type.Unsafe<readonly (readonly [from: number, to: number])[]>(
  Type.Array(Type.Array(Type.Integer({ minimum: 0 }), { minItems: 2, maxItems: 2 })),
)

/** Text and numbers, never markup. */
export const Snippet = Type.Object({
  text: Type.String(),
  marks: Marks,
  isCutBefore: Type.Boolean(),
  isCutAfter: Type.Boolean(),
})
export type Snippet = Static<typeof Snippet>

export const SearchHit = Type.Object({
  offset: number<Offset>(),
  seq: number<Seq>(),
  conversation: number<ConversationId>(),
  at: number<EpochMs>(),
  author: Type.Object({ kind: oneOf(authorKinds), id: number() }),
  by: oneOf(searchAuthors),
  snippet: Snippet,
})
export type SearchHit = Static<typeof SearchHit>

export const PersonHit = Type.Object({
  visitor: number<VisitorId>(),
  name: Type.String(),
  /** Where in the name it was found. */
  marks: Marks,
  /** Their latest. */
  conversation: number<ConversationId>(),
})
export type PersonHit = Static<typeof PersonHit>

export const SearchPage = Type.Object({
  /** Newest first. */
  hits: Type.Array(SearchHit),
  /** Those that hits and people are in. */
  conversations: Type.Array(Type.Unsafe<ConversationSummary>(Type.Object({ id: number<ConversationId>() }))),
  /** Visitors by name, newest first; only on the first page. */
  people: Type.Array(PersonHit),
  /** `before` of what lies further back, also when nothing was found so far; 0: all was looked through. */
  next: number<Offset>(),
  /** Entries that the index has not seen yet: what was written in the last moments. */
  behind: Type.Integer({ minimum: 0 }),
})
export type SearchPage = Static<typeof SearchPage>
