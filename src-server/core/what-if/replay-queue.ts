// Who waits in a replayed day, and whom the rules choose: the same care, queues, placement and choice that serve the living.
import {
  EVERYONE,
  NO_AGENT,
  type AgentId,
  type ConversationId,
  type EpochMs,
  type QueuePlace,
} from '../../protocol/index.ts'
import type { Candidate } from '../../ports/router.ts'
import { mayAsk } from '../queue/care.ts'
import type { Claim } from '../queue/care-state.ts'
import { createGroupQueues, type GroupQueues } from '../queue/group-queues.ts'
import { chooseAgent } from '../routing/choose-agent.ts'
import { contendersFor, officeOf, type Contender, type Office } from '../routing/contenders.ts'
import { layerOf } from '../routing/layered-router.ts'
import { groupOf, type RoutingSettings } from '../routing/routing-settings.ts'
import type { Arrival, DayRecord } from './day-record.ts'

export type Waiting = {
  readonly arrival: Arrival
  readonly place: QueuePlace
  readonly claim: Claim
  readonly fraction: () => number
}

export type Chooser = (waiting: Waiting, office: readonly Candidate[], now: number) => AgentId | undefined

const without = (office: readonly Candidate[], isOut: (agent: AgentId) => boolean): readonly Candidate[] =>
  office.map((one) => (isOut(one.agent) ? { ...one, no: 'declined' } : one))

/** As the dispatcher asks: their own group before those that they overflowed to, who let it pass last. */
const roundsOf = (claim: Claim, office: readonly Candidate[]): readonly (readonly Candidate[])[] => {
  if (claim.declinedBy.length + claim.passedBy.length === 0) return [office]
  const eager = without(office, (agent) => mayAsk(claim, agent) !== 'yes')
  return claim.passedBy.length > 0 ? [eager, without(office, (agent) => mayAsk(claim, agent) === 'no')] : [eager]
}

/** `asOf`: speeds are those at the day's end, for the whole day. */
export const createChooser = (settings: RoutingSettings, times: DayRecord['times'], asOf: EpochMs): Chooser => {
  let indexed: Office = officeOf([])
  /** By the place: who is meant there stays the same for the whole day. */
  const speeds = new Map<string, ArrayLike<number>>()
  const speedsAt = (place: QueuePlace, agents: readonly Contender[]): ArrayLike<number> => {
    const key = `${place.group} ${place.agents.join()}`
    const known = speeds.get(key) ?? times.speeds(agents, asOf)
    speeds.set(key, known)
    return known
  }

  const returningTo = ({ arrival, place }: Waiting, now: number): AgentId => {
    const { lastHelp } = arrival
    if (!lastHelp || !groupOf(settings, place.group).returning) return NO_AGENT
    return now - lastHelp.at <= settings.general.returningWithinMs ? lastHelp.agent : NO_AGENT
  }

  return (waiting, office, now) => {
    const { claim, place, arrival, fraction } = waiting
    for (const round of roundsOf(claim, office))
      for (const group of claim.groups) {
        const isHome = group === place.group
        const there: QueuePlace = isHome ? place : { ...place, group, agents: [] }
        if (indexed.all !== round) indexed = officeOf(round)
        const choice = chooseAgent({
          contenders: contendersFor(settings, { place: there, language: arrival.locale }, indexed),
          layer: layerOf(there),
          returningTo: returningTo(waiting, now),
          speeds: (agents) => speedsAt(there, agents),
          fraction,
        })
        if (choice) return choice.agent
      }
    return undefined
  }
}

export type ReplayQueue = Pick<GroupQueues, 'lengthOf' | 'length'> & {
  set(index: number, claim: Claim | undefined): void
  /** In the order of service. The queue MUST NOT change meanwhile. */
  order(): Iterable<number>
}

/** Arrivals by their index, of which no conversation has 0. */
export const createReplayQueue = (): ReplayQueue => {
  const queues = createGroupQueues()
  const idOf = (index: number): ConversationId => (index + 1) as ConversationId
  return {
    lengthOf: (group) => queues.lengthOf(group),
    get length() {
      return queues.length
    },
    set(index, claim) {
      if (claim) queues.add({ id: idOf(index), ...claim })
      else queues.remove(idOf(index))
    },
    *order() {
      for (const { id } of queues.inOrder(() => true)) yield id - 1
    },
  }
}

/** Who shares it waits for the same people: where one found nobody, the next one finds nobody either. */
export const rowOf = ({ claim, place }: Pick<Waiting, 'claim' | 'place'>): string =>
  `${claim.groups.join()} ${claim.declinedBy.join()} ${claim.passedBy.join()} ${place.group === EVERYONE ? '' : place.agents.join()}`
