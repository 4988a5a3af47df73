// Which conversations a view shows and in which order. Pure; what it costs is bounded by the client's own bounds.
import type { ConversationView } from '#client/client-state.ts'
import { NO_AGENT, type AgentId, type ConversationId, type ConversationSummary } from '#protocol'
import { inServingOrder } from '../../stores/serving-order.ts'
import type { InboxView } from '../../stores/place.ts'

type Conversations = ReadonlyMap<ConversationId, ConversationView>

function belongsTo(view: InboxView, { status, owner }: ConversationSummary, me: AgentId): boolean {
  switch (view) {
    case 'mine':
      return status === 'open' && owner === me
    case 'queue':
      return status === 'open' && owner === NO_AGENT
    case 'open':
      return status === 'open'
    case 'closed':
      return status === 'closed'
    default:
      return view satisfies never
  }
}

/** Who waits longest comes first; whoever is answered follows, newest first. */
function compareRows(one: ConversationSummary, other: ConversationSummary): number {
  if (one.waitingSince !== 0 && other.waitingSince !== 0)
    return one.waitingSince - other.waitingSince || one.id - other.id
  if (one.waitingSince !== other.waitingSince) return one.waitingSince === 0 ? 1 : -1
  return other.lastOffset - one.lastOffset
}

const byLast = (one: ConversationSummary, other: ConversationSummary): number => other.lastOffset - one.lastOffset

/**
 * The queue as it is served, everything else by who waits longest.
 * @param isClosing conversations that leave the list before their close is sent
 * @param listed ids that the server listed for the closed view; older closed ones that happen to be held stay out, so that
 * the list has no holes
 */
export function orderInbox(
  conversations: Conversations,
  query: {
    readonly view: InboxView
    readonly me: AgentId
    readonly isClosing: (id: ConversationId) => boolean
    readonly listed: readonly ConversationId[]
  },
): readonly ConversationId[] {
  const { view, me, isClosing, listed } = query
  const shown = [...conversations.values()].filter(
    ({ summary }) => belongsTo(view, summary, me) && !(view !== 'closed' && isClosing(summary.id)),
  )
  if (view === 'queue') return inServingOrder(shown).map(({ id }) => id)
  const rows = shown.map(({ summary }) => summary)
  if (view !== 'closed') return rows.sort(compareRows).map(({ id }) => id)
  const oldest = conversations.get(listed.at(-1) ?? (0 as ConversationId))?.summary.lastOffset ?? 0
  const known = new Set(listed)
  return rows
    .filter(({ id, lastOffset }) => known.has(id) || lastOffset > oldest)
    .sort(byLast)
    .map(({ id }) => id)
}

export type InboxCounts = {
  readonly mine: number
  readonly queue: number
  readonly open: number
  readonly unread: number
}

/** `unread`: messages in my own conversations, for the title and the badge. */
export function countInbox(
  conversations: Conversations,
  me: AgentId,
  isClosing: (id: ConversationId) => boolean,
): InboxCounts {
  const counts = { mine: 0, queue: 0, open: 0, unread: 0 }
  for (const { summary } of conversations.values()) {
    if (summary.status !== 'open' || isClosing(summary.id)) continue
    counts.open += 1
    if (summary.owner === NO_AGENT) counts.queue += 1
    if (summary.owner !== me) continue
    counts.mine += 1
    counts.unread += summary.unread
  }
  return counts
}
