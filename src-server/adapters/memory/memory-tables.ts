// What the memory store holds: plain data that can be copied whole, which is how a test models a crash.
import {
  asRevised,
  isWritten,
  type AgentId,
  type AgentProfile,
  type ConversationId,
  type Entry,
  type Epoch,
  type EpochMs,
  type FileKey,
  type Offset,
  type Revision,
  type SeenPage,
  type SessionId,
  type VisitorId,
  type VisitorProfile,
} from '../../protocol/index.ts'
import type { ConversationState } from '../../core/conversation/conversation-state.ts'
import type { ReceiptRecord, SentBefore } from '../../core/conversation/decision-context.ts'
import type { NewSession } from '../../ports/account-store.ts'
import type { FileOwner, StoredFileRecord } from '../../ports/file-store.ts'
import type { CommittedEntry } from '../../ports/journal.ts'

export type MemoryLogin = { readonly login: string; readonly key: string; readonly passwordHash: string }
export type MemorySession = NewSession & { readonly id: SessionId; readonly lastSeenAt: EpochMs }
export type MemoryFile = {
  readonly file: StoredFileRecord
  readonly owner: FileOwner
  readonly isSent: boolean
  readonly isKept: boolean
}

export type MemoryTables = {
  readonly epoch: Epoch
  readonly secrets: Map<string, Uint8Array>
  /** The entry with offset n lies at n - 1. */
  readonly entries: CommittedEntry[]
  readonly conversations: Map<ConversationId, ConversationState>
  readonly latest: Map<VisitorId, ConversationId>
  readonly visitors: Map<VisitorId, VisitorProfile>
  readonly trails: Map<VisitorId, readonly SeenPage[]>
  readonly agents: Map<AgentId, AgentProfile>
  readonly logins: Map<AgentId, MemoryLogin>
  readonly sessions: Map<SessionId, MemorySession>
  readonly files: Map<FileKey, MemoryFile>
  readonly cids: Map<string, SentBefore>
  /** By the message's offset. */
  readonly revisions: Map<Offset, Pick<Revision, 'offset' | 'at'> & { readonly text: string | null }>
  readonly receipts: Map<string, ReceiptRecord>
  readonly timesRated: Map<string, number>
  readonly settings: Map<string, string>
  lastSession: number
}

export const emptyTables = (epoch: Epoch): MemoryTables => ({
  epoch,
  secrets: new Map(),
  entries: [],
  conversations: new Map(),
  latest: new Map(),
  visitors: new Map(),
  trails: new Map(),
  agents: new Map(),
  logins: new Map(),
  sessions: new Map(),
  files: new Map(),
  cids: new Map(),
  revisions: new Map(),
  receipts: new Map(),
  timesRated: new Map(),
  settings: new Map(),
  lastSession: 0,
})

/** As it is now: `entries` keeps it as it was first. */
export const currently = ({ revisions }: Pick<MemoryTables, 'revisions'>, entry: Entry): Entry => {
  const revision = revisions.get(entry.offset)
  return revision && isWritten(entry) ? asRevised(entry, revision) : entry
}

export const cidKey = (sender: { readonly kind: string; readonly id: number }, cid: string): string =>
  `${sender.kind} ${sender.id} ${cid}`

export const receiptKey = (
  conversation: ConversationId,
  reader: { readonly kind: string; readonly id: number },
): string => `${conversation} ${reader.kind} ${reader.id}`

export const ratingKey = (conversation: ConversationId, closedAt: EpochMs): string => `${conversation} ${closedAt}`
