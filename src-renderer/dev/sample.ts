// Makes the nouns of the desk for tests and for the scripted desk: short to write, complete for the compiler.
import type { ConversationView } from '#client/client-state.ts'
import type { AgentState, Author, ConversationSummary, Entry, FileRef, VisitorProfile } from '#protocol'

export const visitorAuthor: Author = { kind: 'visitor', id: 0 }
export const agentAuthor = (id: number): Author => ({ kind: 'agent', id })
export const systemAuthor: Author = { kind: 'system', id: 0 }

type Loose<T> = { readonly [Key in keyof T]?: T[Key] extends number ? number : T[Key] }

/** Branded numbers are plain numbers here: samples never reach a server. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- takes its type from where the sample is wanted
const as = <T>(value: unknown): T => value as T

export const sampleVisitor = (fields: Loose<VisitorProfile> = {}): VisitorProfile =>
  as({
    id: 1024,
    name: '',
    locale: 'en',
    userAgent: '',
    tags: [],
    page: { url: '', title: '', referrer: '' },
    ...fields,
  })

export const sampleSummary = (fields: Loose<ConversationSummary> = {}): ConversationSummary =>
  as({
    id: 1,
    visitor: sampleVisitor(),
    status: 'open',
    owner: 0,
    openedAt: 0,
    lastSeq: 0,
    lastOffset: 0,
    lastMessage: null,
    waitingSince: 0,
    unread: 0,
    ...fields,
  })

export const sampleView = (summary: ConversationSummary, fields: Partial<ConversationView> = {}): ConversationView => ({
  summary,
  entries: [],
  atStart: true,
  loading: false,
  marks: [],
  typing: [],
  ...fields,
})

export const sampleAgent = (fields: Loose<AgentState>): AgentState =>
  as({ id: 1, name: 'Agent', role: 'agent', status: 'online', capacity: 8, active: true, connected: true, ...fields })

export const sampleMessage = (
  head: { readonly offset: number; readonly at: number; readonly author: Author; readonly conversation?: number },
  text: string,
  files: readonly FileRef[] = [],
): Entry =>
  as({
    conversation: 1,
    seq: head.offset,
    ...head,
    kind: 'message.sent',
    body: { cid: `cid-${head.conversation ?? 1}-${head.offset}`, text, files },
  })

export const sampleEntry = (
  head: { readonly offset: number; readonly at: number; readonly author?: Author; readonly conversation?: number },
  kind: Entry['kind'],
  body: unknown,
): Entry => as({ conversation: 1, seq: head.offset, author: systemAuthor, ...head, kind, body })
