// What a decision may look up. Adapters answer from the same transaction that will store the outcome.
import type {
  AgentId,
  AgentProfile,
  Author,
  ConversationId,
  EpochMs,
  FileKey,
  FileRef,
  Offset,
  ReceiptMark,
  Seq,
  VisitorId,
  VisitorProfile,
} from '../../protocol/index.ts'
import type { FileOwner } from '../../ports/file-store.ts'
import type { ConversationState } from './conversation-state.ts'

/** Who a cid belongs to: the visitor's or the agent's own id, never the wire's 0. */
export type Sender = { readonly kind: 'visitor' | 'agent'; readonly id: number }

/** What a cid was used for first (D2). */
export type SentBefore = {
  readonly conversation: ConversationId
  readonly offset: Offset
  readonly seq: Seq
  readonly at: EpochMs
  readonly text: string
  readonly files: readonly FileKey[]
  /** One never stands for another. */
  readonly as: 'message' | 'note' | RevisionSent | RatingSent
  /** Of a message or a note: whether it was recalled since. Everything else here is as it was first. */
  readonly isRecalled: boolean
}
/** `text` is its comment. */
export type RatingSent = { readonly score: number }
/** `isRecall`: its text was null. */
export type RevisionSent = { readonly revised: Offset; readonly isRecall: boolean }

/** A mark with what its reader had seen by then: the other side's messages at or before `read`. */
export type ReceiptRecord = {
  readonly mark: ReceiptMark
  readonly seen: number
  /** Newest offset when the mark moved. */
  readonly changed: Offset
}

export type DecisionContext = {
  /** Newest offset of the journal, the running transaction included. */
  head(): Offset
  conversation(id: ConversationId): ConversationState | undefined
  /** How often that closing of it was rated. */
  timesRated(id: ConversationId, closedAt: EpochMs): number
  /** The visitor's newest conversation: the only one of theirs that can be open. */
  latestConversation(visitor: VisitorId): ConversationState | undefined
  openConversationsOf(agent: AgentId): readonly ConversationState[]
  /** Whether at least `length` open conversations have no owner. */
  isQueueAtLeast(length: number): boolean
  nextConversation(): ConversationId
  visitor(id: VisitorId): VisitorProfile | undefined
  agent(id: AgentId): AgentProfile | undefined
  agentCount(): number
  activeOwners(): number
  /** `key` as loginKey() makes it. */
  isLoginTaken(key: string): boolean
  nextAgent(): AgentId
  sentBefore(sender: Sender, cid: string): SentBefore | undefined
  /** In which conversation a message lies; undefined for an offset of anything else. */
  conversationOfMessage(offset: Offset): ConversationId | undefined
  /** `isKept`: a quick reply has it. */
  file(key: FileKey): { readonly file: FileRef; readonly owner: FileOwner; readonly isKept: boolean } | undefined
  /** Whether another agent's message lies behind a seq. */
  hasAnswerAfter(conversation: ConversationId, after: Seq, besides: AgentId): boolean
  /** JSON text; undefined when never set. */
  setting(key: string): string | undefined
  receipt(conversation: ConversationId, reader: Author): ReceiptRecord | undefined
  /** Messages after an offset, of the visitor or of everyone else, counted no further than `limit`. */
  countMessagesAfter(conversation: ConversationId, of: 'visitor' | 'desk', after: Offset, limit: number): number
}
