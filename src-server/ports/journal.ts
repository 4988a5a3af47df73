// The journal port: the only way anything becomes true, and every way it is read back. Adapters: sqlite, memory.
import type {
  AgentId,
  AgentProfile,
  ConversationId,
  ConversationSummary,
  Entry,
  EntryOf,
  Epoch,
  EpochMs,
  LastMessage,
  Offset,
  QueuePlace,
  ReceiptMark,
  Result,
  Seq,
  VisitorId,
  VisitorProfile,
} from '../protocol/index.ts'
import type { View } from '../protocol/client-frame-schemas.ts'
import type { Command, Outcome } from './command.ts'

/** Whose eyes a read is for. It bounds what is returned; hiding contents from visitors is core's `redact`. */
export type Reader =
  | { readonly kind: 'visitor'; readonly id: VisitorId }
  | { readonly kind: 'agent'; readonly id: AgentId; readonly scope: 'all' | 'own' }

/** An entry with what the delivery needs to know of its conversation after the entry. */
export type CommittedEntry = {
  readonly entry: Entry
  /** 0 for entries outside conversations. */
  readonly visitor: VisitorId | 0
  readonly owner: AgentId
  /** Differs from `owner` only in the entry that moved the ownership. */
  readonly previousOwner: AgentId
}

/** What is left of an entry for whoever only counts. */
export type EntryTrace = Pick<Entry, 'offset' | 'at' | 'conversation' | 'kind' | 'author'> & {
  /** The conversation's owner after the entry. */
  readonly owner: AgentId
}

export type CommittedReceipt = { readonly mark: ReceiptMark; readonly visitor: VisitorId; readonly owner: AgentId }

/** One durable group, in offset order. Listeners get every group exactly once, in order, after it is on disk (D1). */
export type CommittedGroup = {
  readonly entries: readonly CommittedEntry[]
  readonly receipts: readonly CommittedReceipt[]
}

export type ReplayChunk = {
  /** By rising offset. */
  readonly entries: readonly Entry[]
  /** All of the reader's entries up to here are in this chunk or before `after`. */
  readonly upTo: Offset
  /** More may follow `upTo`. */
  readonly more: boolean
}

export type OpenConversation = {
  readonly id: ConversationId
  readonly visitor: VisitorId
  readonly owner: AgentId
  readonly openedAt: EpochMs
  /** When the waiting began that put it at its place in the queue. */
  readonly queuedAt: EpochMs
  /** Since when the visitor waits for an answer; 0 when it is the visitor's turn. */
  readonly waitingSince: EpochMs
  /** The agent who put it back into the queue and nobody else had it since; NO_AGENT otherwise. */
  readonly declinedBy: AgentId
  /** Null until it was placed. */
  readonly place: QueuePlace | null
  /** Who spoke last and when; what they said is not needed to serve them. */
  readonly lastMessage: Pick<LastMessage, 'author' | 'at' | 'offset'> | null
}

export type HistoryQuery = {
  readonly conversation: ConversationId
  readonly after: Seq
  readonly before: Seq
  readonly limit: number
}
export type ListQuery = {
  readonly view: View
  readonly visitor: VisitorId
  readonly before: Offset
  readonly limit: number
}

export type VisitorSnapshot = {
  readonly cursor: Offset
  readonly conversations: readonly ConversationSummary[]
  readonly entries: readonly Entry[]
  readonly receipts: readonly ReceiptMark[]
}

export type AgentSnapshot = {
  readonly cursor: Offset
  readonly agents: readonly AgentProfile[]
  readonly conversations: readonly ConversationSummary[]
  readonly receipts: readonly ReceiptMark[]
}

/** Summaries and the marks of their conversations, read at one moment: an unread count and its mark belong together. */
export type ConversationList = {
  readonly conversations: readonly ConversationSummary[]
  readonly receipts: readonly ReceiptMark[]
}

/** A note that calls somebody, and whose conversation it is about. */
export type Mention = {
  readonly note: EntryOf<'note.added'>
  readonly visitor: Pick<VisitorProfile, 'id' | 'name'>
}

/** `null` is a setting that was taken back: its key has been used. */
export type StoredSetting = { readonly key: string; readonly value: unknown }

export type Journal = {
  readonly epoch: Epoch
  /** Newest committed offset this process knows of. Never ahead of the disk. */
  head(): Offset
  /**
   * Decides and stores one command. Resolves after the group with it is durable and after listeners heard of it; the order
   * of calls is the order of decisions. Never rejects for what a client or a disk can cause: `storage_busy` past
   * limits.maxCommandsWaiting, `storage_full`, `storage_failed` (then nothing of it was stored and a retry is safe, D1, D2).
   */
  commit(command: Command): Promise<Result<Outcome>>
  onCommitted(listener: (group: CommittedGroup) => void): () => void

  /** Entries after a cursor in the reader's scope, oldest first, at most `limit` and no heavier than limits.maxPageBytes (D4, D9.11). */
  readAfter(reader: Reader, after: Offset, limit: number): Promise<ReplayChunk>
  /** Entries in the reader's scope between the cursor and the head, counted no further than `limit`. */
  countAfter(reader: Reader, after: Offset, limit: number): Promise<number>
  /** Marks in the reader's scope that moved while the head was at or after `since`. */
  receiptsSince(reader: Reader, since: Offset): Promise<readonly ReceiptMark[]>
  visitorSnapshot(visitor: VisitorId): Promise<VisitorSnapshot>
  agentSnapshot(agent: AgentId): Promise<AgentSnapshot>
  /** `conversation_unknown` also when it is not the reader's to see. By rising seq. */
  history(reader: Reader, query: HistoryQuery): Promise<Result<readonly Entry[]>>
  /**
   * What opened a conversation, queued it and moved its ownership, oldest first; of many the newest
   * limits.maxDecisions (D8). For agents' eyes. `conversation_unknown` when there is none.
   */
  decisions(conversation: ConversationId): Promise<Result<readonly CommittedEntry[]>>
  /** The newest limits.mentionsShown notes that call an agent, newest first, as they read now; none that was recalled (D2.9). */
  mentions(agent: AgentId): Promise<readonly Mention[]>
  /** Of all entries in conversations after a cursor, oldest first, at most `limit`; cheaper than the entries. */
  tracesAfter(after: Offset, limit: number): Promise<readonly EntryTrace[]>
  list(reader: Reader, query: ListQuery): Promise<ConversationList>
  /** All open conversations, oldest `queuedAt` first: what the dispatcher starts from. */
  openConversations(): Promise<readonly OpenConversation[]>
  agents(): Promise<readonly AgentProfile[]>
  /** Every setting whose key begins so, by key, with what was taken back. */
  settings(prefix: string): Promise<readonly StoredSetting[]>
  /** Throws only for bugs. After it, nothing else may be called. */
  close(): Promise<void>
}
