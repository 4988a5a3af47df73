// Every statement that changes the database.
import type {
  AgentId,
  ConversationId,
  EpochMs,
  FileKey,
  GroupId,
  Offset,
  Seq,
  SessionId,
  VisitorId,
} from '../../protocol/index.ts'
import { authorKindNumber } from './entry-row.ts'
import type { TrailRow } from './people-rows.ts'
import type { Prepare } from './slow-query-log.ts'

const VISITOR = authorKindNumber('visitor')

type ConversationValues = readonly [
  visitor: VisitorId,
  isOpen: number,
  owner: AgentId,
  openedAt: EpochMs,
  queuedAt: EpochMs,
  closedAt: EpochMs,
  lastSeq: Seq,
  lastOffset: Offset,
  waitingSince: EpochMs,
  visitorMessages: number,
  deskMessages: number,
  lastMessage: string | null,
  GroupId,
  priority: number,
  placement: string | null,
]

export type WriteStatements = ReturnType<typeof prepareWriteStatements>

export const prepareWriteStatements = ({ query, change }: Prepare) => ({
  insertEntry: change<
    [
      Offset,
      EpochMs,
      ConversationId,
      Seq,
      authorKind: number,
      authorId: number,
      kind: number,
      owner: AgentId,
      previousOwner: AgentId,
      body: string,
    ]
  >('insertEntry', 'INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
  insertCid: change<[authorKind: number, authorId: number, cid: string, Offset]>(
    'insertCid',
    'INSERT INTO message_cids VALUES (?, ?, ?, ?)',
  ),
  saveMention: change<[AgentId, Offset]>('saveMention', 'INSERT INTO mentions VALUES (?, ?)'),
  saveRevision: change<[message: Offset, Offset, EpochMs, text: string | null]>(
    'saveRevision',
    'INSERT OR REPLACE INTO revisions VALUES (?, ?, ?, ?)',
  ),
  /** `byVisitor`: 1 for readers of the visitor's messages, 0 for the visitor, who reads everyone else's. */
  unsee: change<[ConversationId, byVisitor: 0 | 1, read: Offset]>(
    'unsee',
    `UPDATE receipts SET seen = seen - 1
      WHERE conversation = +? AND (reader_kind <> ${VISITOR}) = +? AND "read" >= +? AND seen > 0`,
  ),
  /** The newest word on a closing replaces the one before. */
  saveRating: change<
    [ConversationId, closedAt: EpochMs, ratedAt: EpochMs, score: number, comment: string, AgentId, GroupId]
  >(
    'saveRating',
    `INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET rated_at = excluded.rated_at,
      score = excluded.score, comment = excluded.comment, times = times + 1`,
  ),
  insertConversation: change<[ConversationId, ...ConversationValues]>(
    'insertConversation',
    'INSERT INTO conversations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ),
  updateConversation: change<[...ConversationValues, ConversationId]>(
    'updateConversation',
    `UPDATE conversations SET visitor = ?, is_open = ?, owner = ?, opened_at = ?, queued_at = ?, closed_at = ?, last_seq = ?,
      last_offset = ?, waiting_since = ?, visitor_messages = ?, desk_messages = ?, last_message = ?, group_id = ?, priority = ?,
      placement = ? WHERE id = +?`,
  ),
  /** What a message changes. SQLite rewrites every index whose columns are named, changed or not: so they are not named. */
  updateAfterMessage: change<
    [Seq, Offset, waitingSince: EpochMs, visitorMessages: number, deskMessages: number, string | null, ConversationId]
  >(
    'updateAfterMessage',
    `UPDATE conversations SET last_seq = ?, last_offset = ?, waiting_since = ?, visitor_messages = ?, desk_messages = ?,
      last_message = ? WHERE id = +?`,
  ),
  saveReceipt: change<
    [
      ConversationId,
      readerKind: number,
      readerId: number,
      delivered: Offset,
      read: Offset,
      seen: number,
      changed: Offset,
    ]
  >('saveReceipt', 'INSERT OR REPLACE INTO receipts VALUES (?, ?, ?, ?, ?, ?, ?)'),
  saveSetting: change<[key: string, value: string]>('saveSetting', 'INSERT OR REPLACE INTO settings VALUES (?, ?)'),

  saveAgent: change<[AgentId, name: string, role: string, status: string, capacity: number, active: number]>(
    'saveAgent',
    `INSERT INTO agents (id, name, role, status, capacity, active) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, status = excluded.status,
      capacity = excluded.capacity, active = excluded.active`,
  ),
  setStatus: change<[status: string, AgentId]>('setStatus', 'UPDATE agents SET status = ? WHERE id = +?'),
  setLogin: change<[login: string, key: string, AgentId]>(
    'setLogin',
    'UPDATE agents SET login = ?, login_key = ? WHERE id = +?',
  ),
  setPassword: change<[hash: string, AgentId]>('setPassword', 'UPDATE agents SET password_hash = ? WHERE id = +?'),

  /** Nothing is inserted when the agent is not active or has another password hash than the one that is given. */
  insertSession: query<
    [
      tokenHash: string,
      address: string,
      client: string,
      createdAt: EpochMs,
      lastSeenAt: EpochMs,
      AgentId,
      passwordHash: string | null,
      again: string | null,
    ],
    { readonly id: SessionId }
  >(
    'insertSession',
    `INSERT INTO sessions (agent, token_hash, address, client, created_at, last_seen_at)
      SELECT id, ?, ?, ?, ?, ? FROM agents WHERE id = +? AND active = 1 AND (? IS NULL OR password_hash = +?)
      RETURNING id`,
  ),
  touchSession: change<[EpochMs, SessionId, EpochMs]>(
    'touchSession',
    'UPDATE sessions SET last_seen_at = ? WHERE id = +? AND last_seen_at < +?',
  ),
  endSession: change<[SessionId, AgentId]>('endSession', 'DELETE FROM sessions WHERE id = +? AND agent = +?'),
  endSessions: change<[AgentId]>('endSessions', 'DELETE FROM sessions WHERE agent = +?'),
  endIdleSessions: query<[AgentId, before: EpochMs], { readonly id: SessionId }>(
    'endIdleSessions',
    'DELETE FROM sessions WHERE agent = +? AND last_seen_at < +? RETURNING id',
  ),
  endOldestSessions: query<[AgentId, keep: number], { readonly id: SessionId }>(
    'endOldestSessions',
    `DELETE FROM sessions WHERE id IN (
      SELECT id FROM sessions WHERE agent = +? ORDER BY last_seen_at DESC, id DESC LIMIT -1 OFFSET +?) RETURNING id`,
  ),

  insertVisitor: query<
    [name: string, locale: string, userAgent: string, tags: string, page: string],
    { readonly id: VisitorId }
  >('insertVisitor', 'INSERT INTO visitors (name, locale, user_agent, tags, page) VALUES (?, ?, ?, ?, ?) RETURNING id'),
  moveVisitor: change<[page: string, VisitorId]>('moveVisitor', 'UPDATE visitors SET page = ? WHERE id = +?'),

  trailToStep: query<[VisitorId], TrailRow>('trailToStep', 'SELECT pages FROM visitor_trails WHERE visitor = +?'),
  putTrail: change<[VisitorId, at: EpochMs, pages: string]>(
    'putTrail',
    `INSERT INTO visitor_trails (visitor, at, pages) VALUES (?, ?, ?)
      ON CONFLICT (visitor) DO UPDATE SET at = excluded.at, pages = excluded.pages`,
  ),
  forgetTrails: change<[before: EpochMs, most: number]>(
    'forgetTrails',
    'DELETE FROM visitor_trails WHERE visitor IN (SELECT visitor FROM visitor_trails WHERE at < +? ORDER BY at LIMIT +?)',
  ),

  insertFile: change<
    [
      FileKey,
      name: string,
      bytes: number,
      mime: string,
      width: number,
      height: number,
      authorKind: number,
      authorId: number,
      visitor: number,
      uploadedAt: EpochMs,
    ]
  >(
    'insertFile',
    `INSERT INTO files (key, name, bytes, mime, width, height, author_kind, author_id, visitor, uploaded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  markFileSent: change<[FileKey]>('markFileSent', 'UPDATE files SET is_sent = max(is_sent, 1) WHERE key = +?'),
  /** For a quick reply. */
  markFileKept: change<[FileKey]>('markFileKept', 'UPDATE files SET is_sent = 2 WHERE key = +?'),
  removeUnsentFile: change<[FileKey]>('removeUnsentFile', 'DELETE FROM files WHERE key = +? AND is_sent = 0'),

  meta: query<[key: string], { readonly value: Uint8Array }>('meta', 'SELECT value FROM meta WHERE key = +?'),
  insertMeta: change<[key: string, value: Uint8Array]>('insertMeta', 'INSERT OR IGNORE INTO meta VALUES (?, ?)'),
})
