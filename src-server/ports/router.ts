// Who should take a waiting conversation. The pure core decides; the dispatcher turns the answer into a command.
import type { AgentId, AssignmentReason, ConversationId, EpochMs, VisitorId } from '../protocol/index.ts'

export type Candidate = {
  readonly agent: AgentId
  /** Open conversations held now. */
  readonly load: number
  readonly capacity: number
  /** When a conversation last came to this agent; 0 for never. Breaks ties: who has waited longest for work. */
  readonly lastAssignedAt: EpochMs
}

export type RoutingRequest = {
  readonly conversation: ConversationId
  readonly visitor: VisitorId
  readonly candidates: readonly Candidate[]
}

export type RoutingDecision = { readonly agent: AgentId; readonly reason: AssignmentReason }

export type Router = {
  /** @returns undefined when nobody has a free place: the conversation waits. Never names an agent at capacity. */
  route(request: RoutingRequest): RoutingDecision | undefined
}
