// Sets agents away who let one offer after another pass: those who wait are asked of somebody who is there. Who comes back says
// so themselves.
import { NO_AGENT, type AgentId, type Offer, type OfferEnd } from '../../protocol/index.ts'
import { createMissedOffers } from '../../core/queue/missed-offers.ts'
import type { CommittedEntry, Journal } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'

export type Absentees = {
  opened(offer: Offer): void
  ended(offer: Offer, why: OfferEnd): void
  /** They answered something. */
  alive(agent: AgentId): void
  /** What they did and is stored is a sign of life, too. */
  apply(committed: CommittedEntry): void
  /** On the way to being away: nothing new comes to them. */
  isLeaving(agent: AgentId): boolean
}

/** SPEC D7.28. A colleague's question is no offer of the router's: not answering one says nothing about being there. */
export const createAbsentees = (parts: {
  readonly journal: Pick<Journal, 'commit'>
  readonly logger: Logger
  readonly metrics: Metrics
  /** Somebody could not be set away, and may be asked again. */
  readonly changed: () => void
}): Absentees => {
  const { journal, logger, metrics, changed } = parts
  const missed = createMissedOffers()
  const leaving = new Set<AgentId>()

  const setAway = async (agent: AgentId): Promise<void> => {
    leaving.add(agent)
    try {
      const result = await journal.commit({ type: 'status', agent, status: 'away', actor: { kind: 'system' } })
      if (result.ok) metrics.count('agents_set_away_total')
      // The next offer that they let pass asks for it again.
      else logger.warn({ agent, code: result.code }, 'an agent was not set away')
    } catch (error) {
      logger.error({ agent, error }, 'an agent was not set away')
    }
    leaving.delete(agent)
    changed()
  }

  return {
    opened({ conversation, agent, from }) {
      if (from === NO_AGENT) missed.offered(conversation, agent)
    },
    ended({ conversation, agent, from }, why) {
      if (from !== NO_AGENT) return
      if (missed.ended(conversation, why === 'timed_out') && !leaving.has(agent)) void setAway(agent)
    },
    alive: (agent) => missed.alive(agent),
    apply({ entry: { author } }) {
      if (author.kind === 'agent') missed.alive(author.id as AgentId) // of an agent, as its kind said
    },
    isLeaving: (agent) => leaving.has(agent),
  }
}
