// Which conversations somebody is asked to take at this moment, and the telling of it. Who is asked, and what an answer means,
// is the caretaker's part for the router's offers and the questions' part for those of colleagues.
import { NO_AGENT, type AgentId, type ConversationId, type Offer, type OfferEnd } from '../../protocol/index.ts'
import type { Audience } from '../../core/delivery/audience.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { feedEphemeral } from '../gateway/feed-ephemeral.ts'
import type { GatewayMember } from '../gateway/gateway-member.ts'
import type { Absentees } from './absentees.ts'

export type OpenOffers = {
  /** A conversation has at most one. */
  of(conversation: ConversationId): Offer | undefined
  all(): Iterable<Offer>
  /** Of the router's, how many each agent has: places that are kept for them. */
  reserved(): ReadonlyMap<AgentId, number>
  /** Of colleagues' questions, those to this agent. */
  askedOf(agent: AgentId): number
  open(offer: Offer): void
  /** Nothing happens when there is none. `note`: what the one who declined said. */
  end(conversation: ConversationId, why: OfferEnd, note?: string): void
  /** Takes off an agent's screens what is not offered to them: a sign that told its end may have been lost. */
  deny(conversation: ConversationId, agent: AgentId): void
  /** For a connection that has just caught up. */
  present(member: GatewayMember): void
}

export const createOpenOffers = (parts: {
  readonly audience: Pick<Audience<GatewayMember>, 'ofAgent'>
  readonly metrics: Metrics
  readonly absentees: Pick<Absentees, 'opened' | 'ended'>
}): OpenOffers => {
  const { audience, metrics, absentees } = parts
  const offers = new Map<ConversationId, Offer>()

  const concerned = ({ agent, from }: Offer): readonly GatewayMember[] =>
    [agent, from].flatMap((one) => (one === NO_AGENT ? [] : [...audience.ofAgent(one)]))

  return {
    of: (conversation) => offers.get(conversation),
    all: () => [...offers.values()],
    reserved() {
      const counts = new Map<AgentId, number>()
      for (const { agent, from } of offers.values())
        if (from === NO_AGENT) counts.set(agent, (counts.get(agent) ?? 0) + 1)
      return counts
    },
    askedOf: (agent) => [...offers.values()].filter((offer) => offer.agent === agent && offer.from !== NO_AGENT).length,
    open(offer) {
      offers.set(offer.conversation, offer)
      absentees.opened(offer)
      metrics.count('offers_total', { by: offer.from === NO_AGENT ? 'router' : 'colleague' })
      feedEphemeral(concerned(offer), { type: 'offer', ...offer })
    },
    end(conversation, why, note = '') {
      const offer = offers.get(conversation)
      if (!offer) return
      offers.delete(conversation)
      absentees.ended(offer, why)
      metrics.count('offers_ended_total', { why })
      feedEphemeral(concerned(offer), { type: 'offerOver', conversation, agent: offer.agent, why, note })
    },
    deny(conversation, agent) {
      feedEphemeral(audience.ofAgent(agent), { type: 'offerOver', conversation, agent, why: 'over', note: '' })
    },
    present(member) {
      const { identity } = member
      if (identity.kind === 'visitor') return
      for (const offer of offers.values())
        if (offer.agent === identity.account.id || offer.from === identity.account.id)
          feedEphemeral([member], { type: 'offer', ...offer })
    },
  }
}
