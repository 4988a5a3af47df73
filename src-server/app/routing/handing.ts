// Hands a conversation to whom routing chose: asks them first where the group says so, and brings what they were given to the journal.
import {
  EVERYONE,
  fail,
  NO_AGENT,
  type AgentId,
  type ConversationId,
  type EpochMs,
  type OfferEnd,
  type Result,
} from '../../protocol/index.ts'
import type { Claim } from '../../core/queue/care-state.ts'
import type { Desk } from '../../core/queue/desk.ts'
import type { RoutingDecision } from '../../ports/router.ts'
import type { Assignments } from './assignments.ts'
import type { OpenOffers } from './open-offers.ts'

export type Handing = {
  /** Why it is they who will be asked, or get it. */
  chosen(conversation: ConversationId, decision: RoutingDecision): void
  /** Nobody is chosen any more. */
  forget(conversation: ConversationId): void
  ask(conversation: ConversationId, claim: Claim, agent: AgentId, until: EpochMs): void
  asked(conversation: ConversationId, agent: AgentId, end: OfferEnd): void
  give(conversation: ConversationId, agent: AgentId): void
  /** What became of the last `give`. */
  given(conversation: ConversationId): Promise<Result<unknown>>
}

/** SPEC D7.25. */
export const createHanding = (parts: {
  readonly desk: Pick<Desk, 'conversation'>
  readonly assignments: Pick<Assignments, 'assign'>
  readonly offers: OpenOffers
  /** The journal did not take it. */
  readonly refused: (conversation: ConversationId, agent: AgentId) => void
  readonly changed: () => void
}): Handing => {
  const { desk, assignments, offers, refused, changed } = parts
  const decisions = new Map<ConversationId, RoutingDecision>()
  const underWay = new Map<ConversationId, Promise<Result<unknown>>>()

  return {
    chosen: (id, decision) => void decisions.set(id, decision),
    forget: (id) => void decisions.delete(id),
    ask(id, claim, agent, until) {
      const reason = decisions.get(id)?.reason
      // Their own line of it: all the others would be most of the frame, and come with the assignment.
      const why = reason ? { ...reason, candidates: reason.candidates.slice(0, 1) } : null
      const group = claim.groups[0] ?? EVERYONE
      offers.open({ conversation: id, agent, group, until, why, from: NO_AGENT, note: '' })
    },
    asked(id, agent, end) {
      // An offer that the journal overtook: whoever has it now tells how it ended.
      const owner = desk.conversation(id)?.owner ?? NO_AGENT
      const isOvertaken = end === 'over' && owner !== NO_AGENT
      offers.end(id, isOvertaken ? (owner === agent ? 'accepted' : 'taken') : end)
    },
    give(id, agent) {
      const decision = decisions.get(id)
      if (!decision) throw new Error(`nobody knows why conversation ${id} goes to agent ${agent}`)
      offers.end(id, 'accepted')
      const result = assignments.assign(id, decision).then((done) => {
        if (underWay.get(id) === result) underWay.delete(id)
        if (!done.ok) refused(id, agent)
        changed()
        return done
      })
      underWay.set(id, result)
    },
    given: async (id) => underWay.get(id) ?? fail('offer_over'),
  }
}
