// What is open on the desk and who carries how much: folded from committed entries, asked by dispatcher and delivery.
import {
  NO_AGENT,
  NO_CONVERSATION,
  type AgentId,
  type AgentProfile,
  type ConversationId,
  type Entry,
  type EpochMs,
  type EntryOf,
  type LastMessage,
  type QueuePlace,
  type VisitorId,
} from '../../protocol/index.ts'
import type { CommittedEntry, OpenConversation } from '../../ports/journal.ts'
import { waitingAfter } from '../conversation/conversation-state.ts'
import { createMemberIndex } from '../member-index.ts'

export type DeskConversation = {
  readonly id: ConversationId
  readonly visitor: VisitorId
  /** NO_AGENT while it waits. */
  readonly owner: AgentId
  /** Who put it back into the queue: it does not go to them again by itself. NO_AGENT otherwise. */
  readonly declinedBy: AgentId
  /** When the waiting began that put it where it stands in the queue; 0 in front of everybody. Of no meaning while somebody has it. */
  readonly queuedAt: EpochMs
  /** Since when the visitor waits for an answer; 0 when it is the visitor's turn. */
  readonly waitingSince: EpochMs
  /** Null until it was placed. */
  readonly place: QueuePlace | null
  /** Null before the first one. */
  readonly lastMessage: Pick<LastMessage, 'author' | 'at' | 'offset'> | null
}

export type Desk = {
  /** Starts over from what the journal says; entries already contained may be applied again. */
  load(open: readonly OpenConversation[], agents: readonly AgentProfile[]): void
  apply(committed: CommittedEntry): void
  conversation(id: ConversationId): DeskConversation | undefined
  /** A visitor has at most one open conversation. */
  currentOf(visitor: VisitorId): ConversationId | undefined
  conversations(): Iterable<DeskConversation>
  /** Open conversations the agent has; of NO_AGENT those that nobody has. */
  conversationsOf(agent: AgentId): Iterable<DeskConversation>
  agent(id: AgentId): AgentProfile | undefined
  agents(): Iterable<AgentProfile>
  /** How many open conversations the agent has. */
  loadOf(agent: AgentId): number
  /** When a conversation last came to the agent; 0 for never since this process started. */
  lastAssignedAt(agent: AgentId): EpochMs
  /** Open conversations that nobody has. Who of them stands where is the waiting line's part. */
  readonly waiting: number
}

const NEVER = 0 as EpochMs

export const createDesk = (): Desk => {
  const conversations = new Map<ConversationId, DeskConversation>()
  const byVisitor = new Map<VisitorId, ConversationId>()
  const agents = new Map<AgentId, AgentProfile>()
  const byOwner = createMemberIndex<AgentId, ConversationId>()
  const assignedAt = new Map<AgentId, EpochMs>()

  const remove = (id: ConversationId): void => {
    const before = conversations.get(id)
    if (!before) return
    conversations.delete(id)
    byVisitor.delete(before.visitor)
    byOwner.remove(before.owner, id)
  }

  const place = (next: DeskConversation): void => {
    const before = conversations.get(next.id)
    conversations.set(next.id, next)
    byVisitor.set(next.visitor, next.id)
    if (before) byOwner.remove(before.owner, next.id)
    byOwner.add(next.owner, next.id)
  }

  const fresh = (committed: CommittedEntry): DeskConversation => ({
    id: committed.entry.conversation,
    visitor: committed.visitor as VisitorId, // Only entries outside conversations have 0.
    owner: committed.owner,
    declinedBy: NO_AGENT,
    queuedAt: committed.entry.at,
    waitingSince: NEVER,
    place: null,
    lastMessage: null,
  })

  const moveOwner = (committed: CommittedEntry): void => {
    const { entry, owner, previousOwner } = committed
    const before = conversations.get(entry.conversation) ?? fresh(committed)
    const isPutBack = owner === NO_AGENT && entry.author.kind === 'agent' && entry.author.id === previousOwner
    // Put back, a visitor keeps the place that their waiting has earned.
    const queuedAt = before.waitingSince || entry.at
    place({ ...before, owner, declinedBy: isPutBack ? previousOwner : NO_AGENT, queuedAt })
    if (owner !== NO_AGENT) assignedAt.set(owner, entry.at)
  }

  const enqueue = (committed: CommittedEntry, { body }: EntryOf<'conversation.queued'>): void => {
    const { front } = body
    const where = { group: body.group, agents: body.agents, priority: body.priority, reason: body.reason }
    const { conversation } = committed.entry
    if (committed.previousOwner !== NO_AGENT) moveOwner(committed)
    const before = conversations.get(conversation) ?? fresh(committed)
    place({ ...before, owner: NO_AGENT, place: where, queuedAt: front ? NEVER : before.queuedAt })
  }

  const hear = (id: ConversationId, entry: Entry): void => {
    const before = conversations.get(id)
    if (!before) return
    const { author, at, offset } = entry
    const lastMessage = { author, at, offset }
    conversations.set(id, { ...before, waitingSince: waitingAfter(before.waitingSince, entry), lastMessage })
  }

  const setStatus = (id: AgentId, status: AgentProfile['status']): void => {
    const agent = agents.get(id)
    if (agent) agents.set(id, { ...agent, status })
  }

  return {
    get waiting() {
      return byOwner.count(NO_AGENT)
    },
    load(open, profiles) {
      for (const id of conversations.keys()) remove(id)
      for (const { openedAt: _, ...known } of open) place(known)
      agents.clear()
      for (const profile of profiles) agents.set(profile.id, profile)
    },
    apply(committed) {
      const { entry } = committed
      const { kind, body, conversation } = entry
      switch (kind) {
        case 'conversation.opened':
        case 'conversation.reopened':
          return place(fresh(committed))
        case 'conversation.assigned':
        case 'conversation.transferred':
          return moveOwner(committed)
        case 'conversation.queued':
          return enqueue(committed, entry)
        case 'conversation.closed':
          return remove(conversation)
        case 'message.sent':
          return hear(conversation, entry)
        case 'agent.changed':
          return void agents.set(body.agent.id, body.agent)
        case 'agent.status':
          return setStatus(body.agent, body.status)
        case 'hidden':
        case 'setting.changed':
        case 'note.added':
        case 'message.revised':
        case 'conversation.rated':
          return undefined
        default:
          return kind satisfies never
      }
    },
    conversation: (id) => (id === NO_CONVERSATION ? undefined : conversations.get(id)),
    currentOf: (visitor) => byVisitor.get(visitor),
    conversations: () => conversations.values(),
    agent: (id) => agents.get(id),
    agents: () => agents.values(),
    *conversationsOf(agent) {
      for (const id of byOwner.of(agent)) {
        const known = conversations.get(id)
        if (known) yield known
      }
    },
    loadOf: (agent) => byOwner.count(agent),
    lastAssignedAt: (agent) => assignedAt.get(agent) ?? NEVER,
  }
}
