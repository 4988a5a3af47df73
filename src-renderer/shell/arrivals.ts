// What is worth a notification: a message for me, a conversation that became mine without my doing. Pure over the client's
// states; what was there when the desk opened is nobody's news.
import type { ClientState, ConversationView } from '#client/client-state.ts'
import type { AgentId, ConversationId, ConversationSummary } from '#protocol'

export type Arrival = { readonly kind: 'message' | 'assigned' | 'offered'; readonly summary: ConversationSummary }

/** What is offered to me and was not a moment ago: also what was offered before the desk opened, because it will not wait. */
function newOffers(
  { offers, conversations }: ClientState,
  me: AgentId,
  known: Set<ConversationId>,
): readonly Arrival[] {
  const fresh: Arrival[] = []
  for (const id of known) if (!offers.has(id)) known.delete(id)
  for (const { conversation, agent } of offers.values()) {
    const summary = conversations.get(conversation)?.summary
    if (agent !== me || known.has(conversation) || !summary) continue
    known.add(conversation)
    fresh.push({ kind: 'offered', summary })
  }
  return fresh
}

type Known = { readonly view: ConversationView; readonly owner: AgentId; readonly lastMessage: number }

export type ArrivalWatch = (state: ClientState) => readonly Arrival[]

/** Took it, replied to it, or got it back by undoing: no news to the one who did. */
function didItMyself(view: ConversationView, me: AgentId): boolean {
  const entry = view.entries.findLast(
    ({ kind }) => kind === 'conversation.assigned' || kind === 'conversation.transferred',
  )
  return entry?.author.kind === 'agent' && entry.author.id === me
}

export function watchArrivals(me: AgentId): ArrivalWatch {
  let known: ReadonlyMap<ConversationId, Known> | undefined
  const offered = new Set<ConversationId>()
  return (state) => {
    if (!state.ready) return []
    const arrivals: Arrival[] = [...newOffers(state, me, offered)]
    const next = new Map<ConversationId, Known>()
    for (const [id, view] of state.conversations) {
      const before = known?.get(id)
      if (before?.view === view) {
        next.set(id, before)
        continue
      }
      const { summary } = view
      next.set(id, { view, owner: summary.owner, lastMessage: summary.lastMessage?.offset ?? 0 })
      if (known === undefined || summary.owner !== me || summary.status !== 'open') continue
      const isNewlyMine = before?.owner !== me && !didItMyself(view, me)
      const hasNewMessage =
        summary.lastMessage?.author.kind === 'visitor' && summary.lastMessage.offset > (before?.lastMessage ?? 0)
      if (isNewlyMine) arrivals.push({ kind: 'assigned', summary })
      else if (hasNewMessage && summary.unread > 0) arrivals.push({ kind: 'message', summary })
    }
    known = next
    return arrivals
  }
}
