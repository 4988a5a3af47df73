// Every statement of the read side. All walk an index in the order they answer in: nothing is sorted but one visitor's own.
import type {
  AgentId,
  ConversationId,
  EpochMs,
  FileKey,
  Offset,
  Seq,
  SessionId,
  VisitorId,
} from '../../protocol/index.ts'
import type { OpenConversation } from '../../ports/journal.ts'
import { CONVERSATION_COLUMNS, type ConversationRow, type SummaryRow } from './conversation-row.ts'
import { authorKindNumber, ENTRY_COLUMNS, entryKindNumber, type EntryRow } from './entry-row.ts'
import type {
  AccountRow,
  AgentRow,
  FileKeyRow,
  FileRow,
  ReceiptRow,
  SessionRow,
  TrailRow,
  VisitorRow,
} from './people-rows.ts'
import type { Prepare } from './slow-query-log.ts'

const AGENT = authorKindNumber('agent')
const REOPENED = entryKindNumber('conversation.reopened')
const DECISIONS = (
  [
    'conversation.opened',
    'conversation.reopened',
    'conversation.queued',
    'conversation.assigned',
    'conversation.transferred',
  ] as const
)
  .map(entryKindNumber)
  .join()
const AGENT_COLUMNS = 'a.id, a.name, a.role, a.status, a.capacity, a.active'
const ACCOUNT_COLUMNS = `${AGENT_COLUMNS}, a.login, a.password_hash`
const RECEIPT_COLUMNS = 'r.conversation, r.reader_kind, r.reader_id, r.delivered, r."read", r.seen, r.changed'

const SUMMARY_COLUMNS = `${CONVERSATION_COLUMNS}, v.name, v.locale, v.user_agent, v.tags, v.page, coalesce(r.seen, 0) AS seen`
/** Takes the viewer's kind and id. */
const FOR_VIEWER = `CROSS JOIN visitors v ON v.id = c.visitor
  LEFT JOIN receipts r ON r.conversation = c.id AND r.reader_kind = +? AND r.reader_id = +?`
/** One conversation or several, each as the viewer's inbox shows it. */
export const SUMMARIES = `SELECT ${SUMMARY_COLUMNS} FROM conversations c ${FOR_VIEWER}`

/** The newest of the open conversations for which `where` holds: they alone are looked up whole. */
const openSummaries = (where: string): string => `SELECT ${SUMMARY_COLUMNS}
  FROM (SELECT c.id FROM conversations c INDEXED BY conversations_open_by_owner
    WHERE ${where} ORDER BY c.last_offset DESC LIMIT +?) newest
  CROSS JOIN conversations c ON c.id = newest.id ${FOR_VIEWER} ORDER BY c.last_offset DESC`

type Viewer = [viewerKind: number, viewerId: number]
type Count = { readonly count: number }

export type ReadStatements = ReturnType<typeof prepareReadStatements>

export const prepareReadStatements = ({ query }: Prepare) => ({
  head: query<[], { readonly head: Offset }>('head', 'SELECT coalesce(max(offset), 0) AS head FROM entries'),
  offsetOfSeq: query<[ConversationId, Seq], { readonly offset: Offset }>(
    'offsetOfSeq',
    'SELECT offset FROM entries WHERE conversation = +? AND conversation > 0 AND seq = +?',
  ),

  entriesAfter: query<[after: Offset, limit: number], EntryRow>(
    'entriesAfter',
    `SELECT ${ENTRY_COLUMNS} FROM entries e WHERE e.offset > +? ORDER BY e.offset LIMIT +?`,
  ),
  /** With what the delivery needs to know of each. */
  committedAfter: query<
    [after: Offset, limit: number],
    EntryRow & { readonly owner: AgentId; readonly previous_owner: AgentId; readonly visitor: VisitorId | 0 }
  >(
    'committedAfter',
    `SELECT ${ENTRY_COLUMNS}, e.owner, e.previous_owner, coalesce(c.visitor, 0) AS visitor
      FROM entries e LEFT JOIN conversations c ON c.id = e.conversation WHERE e.offset > +? ORDER BY e.offset LIMIT +?`,
  ),
  /** Conversations in which an agent may have entries after an offset: theirs now, open or closed, and those that left them since. */
  conversationsOfAgent: query<
    [AgentId, after: Offset, AgentId, after: Offset, AgentId, after: Offset],
    Pick<ConversationRow, 'id' | 'last_seq'>
  >(
    'conversationsOfAgent',
    `SELECT id, last_seq FROM conversations INDEXED BY conversations_open_by_owner
        WHERE owner = +? AND is_open = 1 AND last_offset > +?
      UNION SELECT id, last_seq FROM conversations INDEXED BY conversations_closed_by_owner
        WHERE owner = +? AND is_open = 0 AND last_offset > +?
      UNION SELECT c.id, c.last_seq FROM entries e CROSS JOIN conversations c ON c.id = e.conversation
        WHERE e.previous_owner = +? AND e.previous_owner > 0 AND e.previous_owner <> e.owner AND e.offset > +?`,
  ),
  /** Of one conversation, oldest first: what happened while the agent had it. */
  ownedAfter: query<[ConversationId, after: Seq, AgentId, limit: number], EntryRow>(
    'ownedAfter',
    `SELECT ${ENTRY_COLUMNS} FROM entries e
      WHERE e.conversation = +? AND e.conversation > 0 AND e.seq > +? AND e.owner = +? ORDER BY e.seq LIMIT +?`,
  ),
  leftAfter: query<[AgentId, after: Offset, limit: number], EntryRow>(
    'leftAfter',
    `SELECT ${ENTRY_COLUMNS} FROM entries e WHERE e.previous_owner = +? AND e.previous_owner > 0
      AND e.previous_owner <> e.owner AND e.offset > +? ORDER BY e.offset LIMIT +?`,
  ),
  officeAfter: query<[after: Offset, limit: number], EntryRow>(
    'officeAfter',
    `SELECT ${ENTRY_COLUMNS} FROM entries e WHERE e.conversation = 0 AND e.offset > +? ORDER BY e.offset LIMIT +?`,
  ),
  countAfter: query<[after: Offset, limit: number], Count>(
    'countAfter',
    'SELECT count(*) AS count FROM (SELECT 1 FROM entries WHERE offset > +? LIMIT +?)',
  ),
  countOwnedAfter: query<[ConversationId, after: Seq, AgentId, limit: number], Count>(
    'countOwnedAfter',
    `SELECT count(*) AS count FROM (SELECT 1 FROM entries
      WHERE conversation = +? AND conversation > 0 AND seq > +? AND owner = +? LIMIT +?)`,
  ),
  countLeftAfter: query<[AgentId, after: Offset, limit: number], Count>(
    'countLeftAfter',
    `SELECT count(*) AS count FROM (SELECT 1 FROM entries
      WHERE previous_owner = +? AND previous_owner > 0 AND previous_owner <> owner AND offset > +? LIMIT +?)`,
  ),
  countOfficeAfter: query<[after: Offset, limit: number], Count>(
    'countOfficeAfter',
    'SELECT count(*) AS count FROM (SELECT 1 FROM entries WHERE conversation = 0 AND offset > +? LIMIT +?)',
  ),
  /** Newest first. Walks one conversation. */
  decisionsOf: query<
    [ConversationId, limit: number],
    EntryRow & { readonly owner: AgentId; readonly previous_owner: AgentId }
  >(
    'decisionsOf',
    `SELECT ${ENTRY_COLUMNS}, e.owner, e.previous_owner FROM entries e
      WHERE e.conversation = +? AND e.conversation > 0 AND e.kind IN (${DECISIONS}) ORDER BY e.seq DESC LIMIT +?`,
  ),
  /** Newest first, none that was recalled. */
  mentionsOf: query<
    [AgentId, limit: number],
    EntryRow & { readonly visitor: VisitorId; readonly visitor_name: string }
  >(
    'mentionsOf',
    `SELECT ${ENTRY_COLUMNS}, v.id AS visitor, v.name AS visitor_name FROM mentions m
      JOIN entries e ON e.offset = m.offset JOIN conversations c ON c.id = e.conversation JOIN visitors v ON v.id = c.visitor
      WHERE m.agent = +? AND NOT EXISTS (SELECT 1 FROM revisions g WHERE g.message = m.offset AND g.text IS NULL)
      ORDER BY m.offset DESC LIMIT +?`,
  ),
  /** Walks on from the cursor, past what is about the office. */
  tracesAfter: query<[after: Offset, limit: number], Omit<EntryRow, 'seq' | 'body'> & { readonly owner: AgentId }>(
    'tracesAfter',
    `SELECT offset, at, conversation, author_kind, author_id, kind, owner FROM entries
      WHERE offset > +? AND conversation > 0 ORDER BY offset LIMIT +?`,
  ),
  /** seq in (after, before), oldest first. */
  oldestOf: query<[ConversationId, after: Seq, before: Seq, limit: number], EntryRow>(
    'oldestOf',
    `SELECT ${ENTRY_COLUMNS} FROM entries e
      WHERE e.conversation = +? AND e.conversation > 0 AND e.seq > +? AND e.seq < +? ORDER BY e.seq LIMIT +?`,
  ),
  /** seq in (after, before), newest first. */
  newestOf: query<[ConversationId, after: Seq, before: Seq, limit: number], EntryRow>(
    'newestOf',
    `SELECT ${ENTRY_COLUMNS} FROM entries e
      WHERE e.conversation = +? AND e.conversation > 0 AND e.seq > +? AND e.seq < +? ORDER BY e.seq DESC LIMIT +?`,
  ),

  conversation: query<[ConversationId], ConversationRow>(
    'conversation',
    `SELECT ${CONVERSATION_COLUMNS} FROM conversations c WHERE c.id = +?`,
  ),
  conversationsOfVisitor: query<[VisitorId], Pick<ConversationRow, 'id' | 'last_seq' | 'last_offset'>>(
    'conversationsOfVisitor',
    'SELECT id, last_seq, last_offset FROM conversations WHERE visitor = +? ORDER BY id',
  ),
  /** Who put it back is found by the entry that moved it last. */
  openConversations: query<
    [],
    Omit<OpenConversation, 'place' | 'lastMessage'> &
      Pick<ConversationRow, 'group_id' | 'priority' | 'placement' | 'last_message'>
  >(
    'openConversations',
    `SELECT c.id, c.visitor, c.owner, c.opened_at AS openedAt, c.queued_at AS queuedAt, c.waiting_since AS waitingSince,
      c.group_id, c.priority, c.placement, c.last_message,
      coalesce((SELECT iif(e.author_kind = ${AGENT} AND e.author_id = e.previous_owner, e.author_id, 0) FROM entries e
        WHERE c.owner = 0 AND e.conversation = c.id AND e.conversation > 0
          AND (e.previous_owner <> e.owner OR e.kind = ${REOPENED}) ORDER BY e.seq DESC LIMIT 1), 0) AS declinedBy
      FROM conversations c WHERE c.is_open = 1 ORDER BY c.queued_at, c.id`,
  ),
  /** Sorts an agent's open conversations, or the queue. */
  listMine: query<[AgentId, before: Offset, limit: number, ...Viewer], SummaryRow>(
    'listMine',
    openSummaries('c.is_open = 1 AND c.owner = +? AND c.last_offset < +?'),
  ),
  /** Sorts all that are open: by its bound a few milliseconds. */
  listOpen: query<[before: Offset, limit: number, ...Viewer], SummaryRow>(
    'listOpen',
    openSummaries('c.is_open = 1 AND c.last_offset < +?'),
  ),
  listClosed: query<[...Viewer, before: Offset, limit: number], SummaryRow>(
    'listClosed',
    `${SUMMARIES} WHERE c.is_open = 0 AND c.last_offset < +? ORDER BY c.last_offset DESC LIMIT +?`,
  ),
  listOfVisitor: query<[...Viewer, VisitorId, before: Offset, limit: number], SummaryRow>(
    'listOfVisitor',
    `${SUMMARIES} WHERE c.visitor = +? AND c.last_offset < +? ORDER BY c.last_offset DESC LIMIT +?`,
  ),

  receiptsOf: query<[ConversationId], ReceiptRow>(
    'receiptsOf',
    `SELECT ${RECEIPT_COLUMNS} FROM receipts r WHERE r.conversation = +?`,
  ),
  receiptsSince: query<[since: Offset], ReceiptRow>(
    'receiptsSince',
    `SELECT ${RECEIPT_COLUMNS} FROM receipts r WHERE r.changed >= +?`,
  ),
  /** With what the delivery needs to know of each. */
  committedReceiptsSince: query<[since: Offset], ReceiptRow & { readonly visitor: VisitorId; readonly owner: AgentId }>(
    'committedReceiptsSince',
    `SELECT ${RECEIPT_COLUMNS}, c.visitor, c.owner FROM receipts r CROSS JOIN conversations c ON c.id = r.conversation
      WHERE r.changed >= +?`,
  ),
  receiptsSinceOfOwner: query<[since: Offset, AgentId], ReceiptRow>(
    'receiptsSinceOfOwner',
    `SELECT ${RECEIPT_COLUMNS} FROM receipts r CROSS JOIN conversations c ON c.id = r.conversation
      WHERE r.changed >= +? AND c.owner = +?`,
  ),
  receiptsSinceOfVisitor: query<[VisitorId, since: Offset], ReceiptRow>(
    'receiptsSinceOfVisitor',
    `SELECT ${RECEIPT_COLUMNS} FROM conversations c CROSS JOIN receipts r ON r.conversation = c.id
      WHERE c.visitor = +? AND r.changed >= +?`,
  ),

  agents: query<[], AgentRow>('agents', `SELECT ${AGENT_COLUMNS} FROM agents a ORDER BY a.id`),
  settings: query<[from: string, before: string], { readonly key: string; readonly value: string }>(
    'settings',
    'SELECT key, value FROM settings WHERE key >= +? AND key < +? ORDER BY key',
  ),
  accounts: query<[], AccountRow>('accounts', `SELECT ${ACCOUNT_COLUMNS} FROM agents a ORDER BY a.id`),
  account: query<[AgentId], AccountRow>('account', `SELECT ${ACCOUNT_COLUMNS} FROM agents a WHERE a.id = +?`),
  accountOfLogin: query<[key: string], AccountRow>(
    'accountOfLogin',
    `SELECT ${ACCOUNT_COLUMNS} FROM agents a WHERE a.login_key = +?`,
  ),
  sessionOfToken: query<[tokenHash: string, seenSince: EpochMs], AccountRow & { readonly session: SessionId }>(
    'sessionOfToken',
    `SELECT s.id AS session, ${ACCOUNT_COLUMNS} FROM sessions s CROSS JOIN agents a ON a.id = s.agent
      WHERE s.token_hash = +? AND s.last_seen_at >= +? AND a.active = 1`,
  ),
  sessionsOf: query<[AgentId], SessionRow>(
    'sessionsOf',
    `SELECT id, created_at, last_seen_at, address, client FROM sessions WHERE agent = +?
      ORDER BY last_seen_at DESC, id DESC`,
  ),
  visitor: query<[VisitorId], VisitorRow>(
    'visitor',
    'SELECT id, name, locale, user_agent, tags, page FROM visitors WHERE id = +?',
  ),
  trail: query<[VisitorId], TrailRow>('trail', 'SELECT pages FROM visitor_trails WHERE visitor = +?'),
  file: query<[FileKey], FileRow>('file', 'SELECT * FROM files WHERE key = +?'),
  orphans: query<[before: EpochMs], FileKeyRow>(
    'orphans',
    'SELECT key FROM files WHERE is_sent = 0 AND uploaded_at < +? ORDER BY uploaded_at',
  ),
})
