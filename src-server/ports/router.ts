// Who should take a waiting conversation. The pure core decides; the dispatcher turns the answer into a command.
import type {
  AgentId,
  AssignmentReason,
  ConversationId,
  EpochMs,
  PassedOver,
  QueuePlace,
  VisitorId,
} from '../protocol/index.ts'

/** What the desk knows of an active agent at this moment. */
export type Candidate = {
  readonly agent: AgentId
  /** Open conversations held now, with those on their way. */
  readonly load: number
  readonly capacity: number
  /** When a conversation last came to this agent; 0 for never. Breaks ties: who has waited longest for work. */
  readonly lastAssignedAt: EpochMs
  /** What speaks against them, as far as the desk knows: `away`, `busy`, `offline`. The router finds the rest. */
  readonly no?: PassedOver
}

export type RoutingRequest = {
  readonly conversation: ConversationId
  readonly visitor: VisitorId
  /**
   * Every active agent, with `no` where they cannot have it: who is missing is taken for deactivated. One list for many
   * questions is indexed once.
   */
  readonly candidates: readonly Candidate[]
  /** Absent or null: it waits for everyone. */
  readonly place?: QueuePlace | null
  /** The visitor's locale or language; absent or empty when unknown. */
  readonly language?: string
  /** Who helped the visitor last, and when that ended. */
  readonly lastHelp?: { readonly agent: AgentId; readonly at: EpochMs }
  /** Put it back, and does not get it again by itself. NO_AGENT when nobody did. */
  readonly declinedBy?: AgentId
}

export type RoutingDecision = { readonly agent: AgentId; readonly reason: AssignmentReason }

export type Router = {
  /**
   * @returns undefined when nobody who may has a free place: the conversation waits. Never names anybody at capacity, with
   * a `no`, outside the group, or of weight 0 (SPEC D7.11).
   */
  route(request: RoutingRequest): RoutingDecision | undefined
}
