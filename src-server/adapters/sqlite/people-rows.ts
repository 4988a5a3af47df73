// Visitors, agents, sessions, files and receipts as rows.
import type {
  AgentId,
  AgentProfile,
  AgentSession,
  AgentStatus,
  ConversationId,
  EpochMs,
  FileKey,
  FileRef,
  Offset,
  ReceiptMark,
  Role,
  SeenPage,
  SessionId,
  VisitorId,
  VisitorPage,
  VisitorProfile,
} from '../../protocol/index.ts'
import type { ReceiptRecord } from '../../core/conversation/decision-context.ts'
import type { Account } from '../../ports/account-store.ts'
import type { FileOwner } from '../../ports/file-store.ts'
import { authorKindOf } from './entry-row.ts'

export type VisitorRow = {
  readonly id: VisitorId
  readonly name: string
  readonly locale: string
  readonly user_agent: string
  readonly tags: string
  readonly page: string
}

export const visitorOf = (row: VisitorRow): VisitorProfile => ({
  id: row.id,
  name: row.name,
  locale: row.locale,
  userAgent: row.user_agent,
  tags: JSON.parse(row.tags) as string[],
  page: JSON.parse(row.page) as VisitorPage,
})

export type TrailRow = { readonly pages: string }

export const trailOf = (row: TrailRow | undefined): readonly SeenPage[] =>
  row === undefined ? [] : (JSON.parse(row.pages) as SeenPage[])

export type AgentRow = {
  readonly id: AgentId
  readonly name: string
  readonly role: Role
  readonly status: AgentStatus
  readonly capacity: number
  readonly active: number
}

export const agentOf = ({ id, name, role, status, capacity, active }: AgentRow): AgentProfile => ({
  id,
  name,
  role,
  status,
  capacity,
  active: active === 1,
})

export type AccountRow = AgentRow & { readonly login: string; readonly password_hash: string }

export const accountOf = (row: AccountRow): Account => ({ ...agentOf(row), login: row.login })

export type SessionRow = {
  readonly id: SessionId
  readonly created_at: EpochMs
  readonly last_seen_at: EpochMs
  readonly address: string
  readonly client: string
}

export const sessionOf = (row: SessionRow): Omit<AgentSession, 'current'> => ({
  id: row.id,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  address: row.address,
  client: row.client,
})

export type FileRow = FileRef & {
  readonly author_kind: number
  readonly author_id: number
  readonly visitor: VisitorId | 0
  readonly uploaded_at: EpochMs
  /** 0 = by nobody yet, 1 = in a message, 2 = kept by a quick reply, for every agent to send. */
  readonly is_sent: 0 | 1 | 2
}

export const fileRefOf = ({ key, name, bytes, mime, width, height }: FileRow): FileRef => ({
  key,
  name,
  bytes,
  mime,
  width,
  height,
})

export const fileOwnerOf = (row: FileRow): FileOwner => ({
  author: { kind: authorKindOf(row.author_kind), id: row.author_id },
  visitor: row.visitor,
})

export type FileKeyRow = { readonly key: FileKey }

export type ReceiptRow = {
  readonly conversation: ConversationId
  readonly reader_kind: number
  readonly reader_id: number
  readonly delivered: Offset
  readonly read: Offset
  readonly seen: number
  readonly changed: Offset
}

export const markOf = (row: ReceiptRow): ReceiptMark => ({
  conversation: row.conversation,
  reader: { kind: authorKindOf(row.reader_kind), id: row.reader_id },
  delivered: row.delivered,
  read: row.read,
})

export const receiptOf = (row: ReceiptRow): ReceiptRecord => ({
  mark: markOf(row),
  seen: row.seen,
  changed: row.changed,
})
