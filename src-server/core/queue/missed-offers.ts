// How many offers in a row each agent let pass. Knows no clock and changes nobody's status.
import { limits, type AgentId, type ConversationId } from '../../protocol/index.ts'

export type MissedOffers = {
  offered(conversation: ConversationId, agent: AgentId): void
  /** Without an answer, in time or for another reason. @returns whether that agent has let enough pass to be set away */
  ended(conversation: ConversationId, isMissed: boolean): boolean
  /** A sign of life: the count begins anew. */
  alive(agent: AgentId): void
}

type Tally = {
  readonly inARow: number
  /** Misses counted ever: an offer made before the last of them belongs to the same absence. */
  readonly ever: number
}
type Open = { readonly agent: AgentId; readonly ever: number }

const NONE: Tally = { inARow: 0, ever: 0 }

/** SPEC D7.28. Offers that were open at the same time count as one: whoever looks away once may miss all they were asked. */
export const createMissedOffers = (): MissedOffers => {
  const tallies = new Map<AgentId, Tally>()
  const open = new Map<ConversationId, Open>()
  const of = (agent: AgentId): Tally => tallies.get(agent) ?? NONE

  return {
    offered: (conversation, agent) => void open.set(conversation, { agent, ever: of(agent).ever }),
    ended(conversation, isMissed) {
      const offer = open.get(conversation)
      open.delete(conversation)
      if (!offer || !isMissed) return false
      const { inARow, ever } = of(offer.agent)
      if (offer.ever !== ever) return false
      tallies.set(offer.agent, { inARow: inARow + 1, ever: ever + 1 })
      return inARow + 1 >= limits.maxOffersMissed
    },
    alive(agent) {
      const known = tallies.get(agent)
      if (known && known.inARow > 0) tallies.set(agent, { ...known, inARow: 0 })
    },
  }
}
