// Short ways to write entries, conversations and states in tests and scenes.
import {
  NO_AGENT,
  NO_OFFSET,
  type Author,
  type Cid,
  type ConversationId,
  type ConversationSummary,
  type Entry,
  type EntryBodies,
  type EntryKind,
  type EpochMs,
  type FileRef,
  type Offset,
  type ReceiptMark,
  type Seq,
  type VisitorId,
} from '#protocol'
import type { ClientState, ConversationView, OutboxMessage } from '#client/client-state.ts'

/** 23 November 2026, 10:00 in UTC. */
export const monday = Date.UTC(2026, 10, 23, 10) as EpochMs
export const minute = 60_000
export const day = 24 * 60 * minute

export const at = (ms: number): EpochMs => ms as EpochMs
export const visitor: Author = { kind: 'visitor', id: 0 }
export const system: Author = { kind: 'system', id: 0 }
export const agent = (id: number): Author => ({ kind: 'agent', id })
export const bot = (id: number): Author => ({ kind: 'bot', id })
export const conversationId = (id: number): ConversationId => id as ConversationId
export const cid = (name: string): Cid => name.padEnd(8, '_') as Cid

type Step = { readonly author: Author; readonly at: number }

/** Writes one conversation's entries: offsets and seqs count up from the numbers given. */
export const createScript = (id = 1, firstOffset = 1, firstSeq = 1) => {
  const entries: Entry[] = []
  const add = <Kind extends EntryKind>(kind: Kind, step: Step, body: EntryBodies[Kind]): Entry => {
    const head = { conversation: conversationId(id), author: step.author, at: at(step.at) }
    const place = { offset: (firstOffset + entries.length) as Offset, seq: (firstSeq + entries.length) as Seq }
    // The pair of kind and body is checked by the signature above.
    const entry = { ...head, ...place, kind, body } as unknown as Entry
    entries.push(entry)
    return entry
  }
  const say = (author: Author, when: number, text: string, files: readonly FileRef[] = []): Entry =>
    add('message.sent', { author, at: when }, { cid: cid(`m${id}-${firstOffset + entries.length}`), text, files })
  return { entries, add, say }
}

const summary = (id: number, rest: Partial<ConversationSummary> = {}): ConversationSummary => ({
  id: conversationId(id),
  visitor: {
    id: 7 as VisitorId,
    name: '',
    locale: 'en',
    userAgent: '',
    tags: [],
    page: { url: '', title: '', referrer: '' },
  },
  status: 'open',
  owner: NO_AGENT,
  openedAt: monday,
  lastSeq: 0 as Seq,
  lastOffset: NO_OFFSET,
  lastMessage: null,
  waitingSince: at(0),
  unread: 0,
  ...rest,
})

export const view = (
  id: number,
  entries: readonly Entry[],
  rest: Partial<Omit<ConversationView, 'summary' | 'entries'>> & {
    readonly summary?: Partial<ConversationSummary>
  } = {},
): ConversationView => ({
  atStart: true,
  loading: false,
  marks: [],
  typing: [],
  ...rest,
  entries,
  summary: summary(id, rest.summary),
})

export const mark = (id: number, reader: Author, delivered: number, read: number): ReceiptMark => ({
  conversation: conversationId(id),
  reader,
  delivered: delivered as Offset,
  read: read as Offset,
})

export const outboxMessage = (name: string, text: string, rest: Partial<OutboxMessage> = {}): OutboxMessage => ({
  cid: cid(name),
  conversation: conversationId(0),
  text,
  files: [],
  createdAt: monday,
  state: 'sending',
  code: undefined,
  ...rest,
})

export const clientState = (views: readonly ConversationView[], rest: Partial<ClientState> = {}): ClientState => ({
  link: { kind: 'live', since: monday },
  viewer: { kind: 'visitor', id: 7 as VisitorId, name: '' },
  ready: true,
  conversations: new Map(views.map((each) => [each.summary.id, each])),
  agents: new Map(),
  visitorsOnline: new Set(),
  missing: new Set(),
  visitorPages: new Map(),
  offers: new Map(),
  announcement: null,
  outbox: [],
  revisions: [],
  ...rest,
})
