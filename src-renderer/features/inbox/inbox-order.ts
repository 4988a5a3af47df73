// Which conversations a view shows and in which order. Pure; what it costs is bounded by the client's own bounds.
import type { ConversationView } from '#client/client-state.ts'
import {
  EVERYONE,
  NO_AGENT,
  type AgentId,
  type ConversationId,
  type ConversationSummary,
  type GroupId,
} from '#protocol'
import type { ResponseTargets } from '#protocol/targets-schemas.ts'
import { conversationState } from '../../stores/conversation-state.ts'
import type { InboxQuery, InboxSort } from '../../stores/inbox-query.ts'
import { responseClock } from '../../stores/response-clock.ts'
import { inServingOrder } from '../../stores/serving-order.ts'
import type { InboxView } from '../../stores/place.ts'

export type Conversations = ReadonlyMap<ConversationId, ConversationView>

/** Who is looking. */
export type Looker = {
  readonly me: AgentId
  /** Whose queues I serve, everyone's not counted: that would be all of them. */
  readonly myGroups: ReadonlySet<GroupId>
  /** Conversations that leave the lists before their close is sent. */
  readonly isClosing: (id: ConversationId) => boolean
}

const groupOf = ({ placed }: ConversationSummary): GroupId => placed?.group ?? EVERYONE

function belongsTo(view: InboxView, summary: ConversationSummary, { me, myGroups, isClosing }: Looker): boolean {
  const { status, owner, id } = summary
  if (view === 'closed') return status === 'closed'
  if (status !== 'open' || isClosing(id)) return false
  switch (view) {
    case 'mine':
      return owner === me
    case 'queue':
      return owner === NO_AGENT
    case 'groups':
      return myGroups.has(groupOf(summary))
    case 'open':
      return true
    default:
      return view satisfies never
  }
}

const minuteMs = 60_000

/** Of one kind any may fit, of several kinds all must. */
function fits(
  view: ConversationView,
  { tags, groups, agents, intents, states, waitMinutes }: InboxQuery,
  nowMs: number,
): boolean {
  const { visitor, owner, placed, waitingSince } = view.summary
  if (tags.length > 0 && !visitor.tags.some((tag) => tags.includes(tag))) return false
  if (groups.length > 0 && !groups.includes(placed?.group ?? EVERYONE)) return false
  if (agents.length > 0 && !agents.includes(owner)) return false
  if (intents.length > 0 && (placed?.intent === undefined || !intents.includes(placed.intent))) return false
  if (states.length > 0) {
    const state = conversationState(view)
    if (state === undefined || !states.includes(state)) return false
  }
  return waitMinutes === 0 || (waitingSince > 0 && nowMs - waitingSince >= waitMinutes * minuteMs)
}

type Compare = (one: ConversationView, other: ConversationView) => number

/** Who waits longest comes first; whoever is answered follows, newest first. */
const byWaiting: Compare = ({ summary: one }, { summary: other }) => {
  if (one.waitingSince !== 0 && other.waitingSince !== 0)
    return one.waitingSince - other.waitingSince || one.id - other.id
  if (one.waitingSince !== other.waitingSince) return one.waitingSince === 0 ? 1 : -1
  return other.lastOffset - one.lastOffset
}

const byNewest: Compare = ({ summary: one }, { summary: other }) => other.lastOffset - one.lastOffset

/** Whose target ends first comes first; whoever has none follows, newest first. */
function sortedByDue(views: readonly ConversationView[], targets: ResponseTargets): readonly ConversationView[] {
  return views
    .map((view) => ({ view, due: responseClock(view, targets)?.dueAt ?? Infinity }))
    .sort((one, other) => (one.due === other.due ? byWaiting(one.view, other.view) : one.due - other.due))
    .map(({ view }) => view)
}

function sorted(
  shown: ConversationView[],
  { view, sort, targets }: { readonly view: InboxView; readonly sort: InboxSort; readonly targets: ResponseTargets },
): readonly ConversationId[] {
  if (sort === 'usual' && view === 'queue') return inServingOrder(shown).map(({ id }) => id)
  const inOrder = (): readonly ConversationView[] => {
    switch (sort) {
      case 'usual':
        return shown.sort(view === 'closed' ? byNewest : byWaiting)
      case 'due':
        return sortedByDue(shown, targets)
      case 'waiting':
        return shown.sort(byWaiting)
      case 'newest':
        return shown.sort(byNewest)
      case 'oldest':
        return shown.sort((one, other) => byNewest(other, one))
      default:
        return sort satisfies never
    }
  }
  return inOrder().map(({ summary }) => summary.id)
}

export type InboxQuestion = Looker & {
  readonly view: InboxView
  readonly query: InboxQuery
  readonly targets: ResponseTargets
  /** For "waiting over n minutes"; a minute's precision is enough. */
  readonly nowMs: number
  /** Ids that the server listed for the closed view; older closed ones that happen to be held stay out, so that the list has no holes. */
  readonly listed: readonly ConversationId[]
}

/** Everything of a view, whatever the filter says. */
export function inView(
  conversations: Conversations,
  question: Omit<InboxQuestion, 'query' | 'nowMs' | 'targets'>,
): ConversationView[] {
  const { view, listed } = question
  const shown = [...conversations.values()].filter(({ summary }) => belongsTo(view, summary, question))
  if (view !== 'closed') return shown
  const oldest = conversations.get(listed.at(-1) ?? (0 as ConversationId))?.summary.lastOffset ?? 0
  const known = new Set(listed)
  return shown.filter(({ summary: { id, lastOffset } }) => known.has(id) || lastOffset > oldest)
}

export function orderInbox(conversations: Conversations, question: InboxQuestion): readonly ConversationId[] {
  const { query, nowMs } = question
  const shown = inView(conversations, question).filter((view) => fits(view, query, nowMs))
  return sorted(shown, { ...question, sort: query.sort })
}

export type InboxCounts = Readonly<Record<Exclude<InboxView, 'closed'>, number>>

export function countInbox(conversations: Conversations, looker: Looker): InboxCounts {
  const counts = { mine: 0, queue: 0, groups: 0, open: 0 }
  for (const { summary } of conversations.values())
    for (const view of ['mine', 'queue', 'groups', 'open'] as const)
      if (belongsTo(view, summary, looker)) counts[view] += 1
  return counts
}

/** Messages in my own conversations, for the rail, the title and the badge. */
export function countUnread(conversations: Conversations, me: AgentId): number {
  let unread = 0
  for (const { summary } of conversations.values())
    if (summary.status === 'open' && summary.owner === me) unread += summary.unread
  return unread
}
