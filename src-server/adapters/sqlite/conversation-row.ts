// Conversations as rows, alone and as the inbox shows them.
import type {
  AgentId,
  ConversationId,
  ConversationSummary,
  EpochMs,
  GroupId,
  LastMessage,
  Offset,
  QueuePlace,
  Seq,
  VisitorId,
} from '../../protocol/index.ts'
import type { ConversationState } from '../../core/conversation/conversation-state.ts'
import { summarize } from '../../core/conversation/summarize.ts'
import type { Reader } from '../../ports/journal.ts'
import { visitorOf, type VisitorRow } from './people-rows.ts'

export type ConversationRow = {
  readonly id: ConversationId
  readonly visitor: VisitorId
  readonly is_open: number
  readonly owner: AgentId
  readonly opened_at: EpochMs
  readonly queued_at: EpochMs
  readonly closed_at: EpochMs
  readonly last_seq: Seq
  readonly last_offset: Offset
  readonly waiting_since: EpochMs
  readonly visitor_messages: number
  readonly desk_messages: number
  readonly last_message: string | null
  readonly group_id: GroupId
  readonly priority: number
  readonly placement: string | null
}

export const CONVERSATION_COLUMNS = `c.id, c.visitor, c.is_open, c.owner, c.opened_at, c.queued_at, c.closed_at, c.last_seq,
  c.last_offset, c.waiting_since, c.visitor_messages, c.desk_messages, c.last_message, c.group_id, c.priority, c.placement`

type PlaceRow = Pick<ConversationRow, 'group_id' | 'priority' | 'placement'>

/** Group and priority have columns of their own, for whoever asks about a queue with SQL. */
export const placeOf = ({ group_id, priority, placement }: PlaceRow): QueuePlace | null => {
  if (placement === null) return null
  const { agents, reason } = JSON.parse(placement) as Pick<QueuePlace, 'agents' | 'reason'>
  return { group: group_id, agents, priority, reason }
}

const lastMessageOf = ({ last_message }: Pick<ConversationRow, 'last_message'>): LastMessage | null =>
  last_message === null ? null : (JSON.parse(last_message) as LastMessage)

/** Without what was said. */
export const lastTurnOf = (
  row: Pick<ConversationRow, 'last_message'>,
): Pick<LastMessage, 'author' | 'at' | 'offset'> | null => {
  const last = lastMessageOf(row)
  return last && { author: last.author, at: last.at, offset: last.offset }
}

export const stateOf = (row: ConversationRow): ConversationState => ({
  id: row.id,
  visitor: row.visitor,
  status: row.is_open === 1 ? 'open' : 'closed',
  owner: row.owner,
  openedAt: row.opened_at,
  queuedAt: row.queued_at,
  place: placeOf(row),
  closedAt: row.closed_at,
  lastSeq: row.last_seq,
  lastOffset: row.last_offset,
  lastMessage: lastMessageOf(row),
  waitingSince: row.waiting_since,
  visitorMessages: row.visitor_messages,
  deskMessages: row.desk_messages,
})

export type SummaryRow = ConversationRow & Omit<VisitorRow, 'id'> & { readonly seen: number }

export const summaryOf = (row: SummaryRow, viewer: Pick<Reader, 'kind'>): ConversationSummary =>
  summarize(stateOf(row), visitorOf({ ...row, id: row.visitor }), viewer, row.seen)
