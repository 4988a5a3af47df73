// What a decision may look up, as statements. Each is a point or a short range on an index.
import type { AgentId, ConversationId, EpochMs, FileKey, Offset, Seq, VisitorId } from '../../protocol/index.ts'
import { CONVERSATION_COLUMNS, type ConversationRow } from './conversation-row.ts'
import { authorKindNumber, ENTRY_COLUMNS, entryKindNumber, type EntryRow } from './entry-row.ts'
import type { AgentRow, FileRow, ReceiptRow, VisitorRow } from './people-rows.ts'
import type { Prepare } from './slow-query-log.ts'

const MESSAGE = entryKindNumber('message.sent')
const VISITOR = authorKindNumber('visitor')
const AGENT = authorKindNumber('agent')
const AGENT_COLUMNS = 'id, name, role, status, capacity, active'

export type ContextStatements = ReturnType<typeof prepareContextStatements>

export const prepareContextStatements = ({ query }: Prepare) => ({
  head: query<[], { readonly head: Offset }>('head', 'SELECT coalesce(max(offset), 0) AS head FROM entries'),
  conversation: query<[ConversationId], ConversationRow>(
    'conversation',
    `SELECT ${CONVERSATION_COLUMNS} FROM conversations c WHERE c.id = +?`,
  ),
  latestConversation: query<[VisitorId], ConversationRow>(
    'latestConversation',
    `SELECT ${CONVERSATION_COLUMNS} FROM conversations c WHERE c.visitor = +? ORDER BY c.id DESC LIMIT 1`,
  ),
  openConversationsOf: query<[AgentId], ConversationRow>(
    'openConversationsOf',
    `SELECT ${CONVERSATION_COLUMNS} FROM conversations c WHERE c.owner = +? AND c.is_open = 1 ORDER BY c.last_offset`,
  ),
  queueReaches: query<[skip: number], { readonly one: 1 }>(
    'queueReaches',
    'SELECT 1 AS one FROM conversations WHERE owner = 0 AND is_open = 1 LIMIT 1 OFFSET +?',
  ),
  lastConversationId: query<[], { readonly id: number }>(
    'lastConversationId',
    'SELECT coalesce(max(id), 0) AS id FROM conversations',
  ),
  visitor: query<[VisitorId], VisitorRow>(
    'visitor',
    'SELECT id, name, locale, user_agent, tags, page FROM visitors WHERE id = +?',
  ),
  agent: query<[AgentId], AgentRow>('agent', `SELECT ${AGENT_COLUMNS} FROM agents WHERE id = +?`),
  allAgents: query<[], AgentRow>('allAgents', `SELECT ${AGENT_COLUMNS} FROM agents ORDER BY id`),
  agentOfLogin: query<[key: string], { readonly id: AgentId }>(
    'agentOfLogin',
    'SELECT id FROM agents WHERE login_key = +?',
  ),
  sentBefore: query<[authorKind: number, authorId: number, cid: string], EntryRow>(
    'sentBefore',
    `SELECT ${ENTRY_COLUMNS} FROM message_cids m CROSS JOIN entries e ON e.offset = m.offset
      WHERE m.author_kind = +? AND m.author_id = +? AND m.cid = +?`,
  ),
  conversationOfMessage: query<[Offset], { readonly conversation: ConversationId }>(
    'conversationOfMessage',
    `SELECT conversation FROM entries WHERE offset = +? AND kind = ${MESSAGE}`,
  ),
  answerAfter: query<[ConversationId, after: Seq, besides: AgentId], { readonly one: 1 }>(
    'answerAfter',
    `SELECT 1 AS one FROM entries
      WHERE conversation = +? AND conversation > 0 AND seq > +?
        AND kind = ${MESSAGE} AND author_kind = ${AGENT} AND author_id <> +? LIMIT 1`,
  ),
  timesRated: query<[ConversationId, closedAt: EpochMs], { readonly times: number }>(
    'timesRated',
    'SELECT times FROM ratings WHERE conversation = +? AND closed_at = +?',
  ),
  file: query<[FileKey], FileRow>('file', 'SELECT * FROM files WHERE key = +?'),
  setting: query<[key: string], { readonly value: string }>('setting', 'SELECT value FROM settings WHERE key = +?'),
  receipt: query<[ConversationId, readerKind: number, readerId: number], ReceiptRow>(
    'receipt',
    'SELECT * FROM receipts WHERE conversation = +? AND reader_kind = +? AND reader_id = +?',
  ),
  offsetOfSeq: query<[ConversationId, Seq], { readonly offset: Offset }>(
    'offsetOfSeq',
    'SELECT offset FROM entries WHERE conversation = +? AND conversation > 0 AND seq = +?',
  ),
  /** `fromVisitor`: 1 counts the visitor's messages, 0 everyone else's; none that was recalled. */
  countMessages: query<[ConversationId, after: Seq, fromVisitor: 0 | 1, limit: number], { readonly count: number }>(
    'countMessages',
    `SELECT count(*) AS count FROM (
      SELECT 1 FROM entries e
      WHERE conversation = +? AND conversation > 0 AND seq > +? AND kind = ${MESSAGE} AND (author_kind = ${VISITOR}) = +?
        AND NOT EXISTS (SELECT 1 FROM revisions r WHERE r.message = e.offset AND r.text IS NULL)
      LIMIT +?)`,
  ),
})
