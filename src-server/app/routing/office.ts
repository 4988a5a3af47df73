// Who could take something at this moment: the desk's agents, with what is on its way to them and what they are asked about.
import type { AgentId } from '../../protocol/index.ts'
import type { Desk } from '../../core/queue/desk.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Candidate } from '../../ports/router.ts'
import type { Absentees } from './absentees.ts'
import type { Assignments } from './assignments.ts'
import type { OpenOffers } from './open-offers.ts'

export type Office = {
  /** Every active agent. */
  candidates(): readonly Candidate[]
  /** Among these; undefined for all. */
  isSomebodyFree(members: readonly AgentId[] | undefined): boolean
}

export const isFree = ({ no, load, capacity }: Candidate): boolean => !no && load < capacity

/** SPEC D7.1, D7.5, D7.25. */
export const createOffice = (parts: {
  readonly desk: Desk
  readonly assignments: Pick<Assignments, 'reserved'>
  readonly offers: Pick<OpenOffers, 'reserved'>
  readonly absentees: Pick<Absentees, 'isLeaving'>
  readonly clock: Clock
  readonly isConnected: (agent: AgentId) => boolean
}): Office => {
  const { desk, assignments, offers, absentees, clock, isConnected } = parts

  const candidates = (): readonly Candidate[] => {
    const [given, offered] = [assignments.reserved(), offers.reserved()]
    const known: Candidate[] = []
    for (const { id, active, status, capacity } of desk.agents()) {
      if (!active) continue
      const reserved = (given.get(id) ?? 0) + (offered.get(id) ?? 0)
      const now = status === 'online' && absentees.isLeaving(id) ? 'away' : status
      const no = now === 'online' ? (isConnected(id) ? undefined : 'offline') : now
      // Who is just being given one has not waited for work, or a burst would have all its fair turns with one agent.
      const lastAssignedAt = reserved > 0 ? clock.now() : desk.lastAssignedAt(id)
      known.push({ agent: id, load: desk.loadOf(id) + reserved, capacity, lastAssignedAt, ...(no && { no }) })
    }
    return known
  }

  return {
    candidates,
    isSomebodyFree: (members) => candidates().some((one) => isFree(one) && (!members || members.includes(one.agent))),
  }
}
