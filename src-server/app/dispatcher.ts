// Gives waiting conversations to agents, one decision after another, so that nobody gets more than they can carry (D7).
import {
  EVERYONE,
  isRetryable,
  limits,
  NO_AGENT,
  type AgentId,
  type ConversationId,
  type ErrorCode,
  type GroupId,
} from '../protocol/index.ts'
import type { Claim } from '../core/queue/care-state.ts'
import { mayAsk } from '../core/queue/care.ts'
import type { Desk, DeskConversation } from '../core/queue/desk.ts'
import type { Cancel, Clock } from '../ports/clock.ts'
import type { CommittedGroup, Journal } from '../ports/journal.ts'
import type { Logger } from '../ports/logger.ts'
import type { Candidate, Router, RoutingDecision } from '../ports/router.ts'
import type { Caretaker } from './caretaker.ts'
import type { Placer } from './placer.ts'

export type Dispatcher = {
  /** Something changed: a conversation waits, an agent came, has room again, or changed status. */
  pump(): void
  /** The desk has applied the group already. */
  committed(group: CommittedGroup): void
  /** A waiting conversation and who could take it, though nobody is about to: what must never be (D7). */
  overlooked(): { readonly conversation: ConversationId; readonly agent: AgentId } | undefined
  readonly assignmentsUnderWay: number
  stop(): void
}

type Found = { readonly waiting: DeskConversation; readonly decision: RoutingDecision }

export const createDispatcher = (parts: {
  readonly desk: Desk
  readonly journal: Pick<Journal, 'commit'>
  readonly router: Router
  readonly placer: Pick<Placer, 'isPlacing' | 'factsOf'>
  readonly caretaker: Pick<Caretaker, 'claimOf'>
  readonly clock: Clock
  readonly logger: Logger
  readonly isConnected: (agent: AgentId) => boolean
}): Dispatcher => {
  const { desk, journal, router, placer, caretaker, clock, logger, isConnected } = parts
  /** Assignments not yet committed; they count as load already. */
  const underWay = new Map<ConversationId, AgentId>()
  /** Refused just now for a reason of their own; tried again a moment later. */
  const resting = new Set<ConversationId>()
  let pause: Cancel | undefined
  let isStopped = false

  const candidates = (): readonly Candidate[] => {
    const reserved = new Map<AgentId, number>()
    for (const agent of underWay.values()) reserved.set(agent, (reserved.get(agent) ?? 0) + 1)
    const known: Candidate[] = []
    for (const { id, active, status, capacity } of desk.agents()) {
      if (!active) continue
      const load = desk.loadOf(id) + (reserved.get(id) ?? 0)
      const no = status === 'online' ? (isConnected(id) ? undefined : 'offline') : status
      // Who is just being given one has not waited for work, or a burst would have all its fair turns with one agent.
      const lastAssignedAt = reserved.has(id) ? clock.now() : desk.lastAssignedAt(id)
      known.push({ agent: id, load, capacity, lastAssignedAt, ...(no && { no }) })
    }
    return known
  }

  const ask = (
    waiting: DeskConversation,
    office: readonly Candidate[],
    group: GroupId,
  ): RoutingDecision | undefined => {
    const { id, visitor, declinedBy, place } = waiting
    const facts = placer.factsOf(id)
    const isHome = group === (place?.group ?? EVERYONE)
    const decision = router.route({
      conversation: id,
      visitor,
      candidates: office,
      // Where it overflowed to, whom its own rule named counts no more.
      place: isHome ? place : { group, agents: [], priority: place?.priority ?? 0, reason: place?.reason ?? null },
      declinedBy,
      ...(facts && { language: facts.locale }),
      ...(facts?.lastHelp && { lastHelp: facts.lastHelp }),
    })
    const chosen = decision && office.find(({ agent }) => agent === decision.agent)
    if (decision && (!chosen || chosen.no || chosen.agent === declinedBy || chosen.load >= chosen.capacity))
      throw new Error(`the router named agent ${decision.agent}, who is not free`)
    return decision
  }

  /** Its own group before those that it overflowed to; who let it pass only when nobody else is free. */
  const decide = (
    waiting: DeskConversation,
    office: readonly Candidate[],
    claim: Claim,
  ): RoutingDecision | undefined => {
    const without = (isOut: (one: Candidate) => boolean): readonly Candidate[] =>
      office.map((one) => (isOut(one) ? { ...one, no: 'declined' } : one))
    const { declinedBy, passedBy } = claim
    const rounds =
      declinedBy.length + passedBy.length === 0
        ? [office]
        : [
            without(({ agent }) => mayAsk(claim, agent) !== 'yes'),
            ...(passedBy.length > 0 ? [without(({ agent }) => mayAsk(claim, agent) === 'no')] : []),
          ]
    for (const round of rounds)
      for (const group of claim.groups) {
        const decision = ask(waiting, round, group)
        if (decision) return decision
      }
    return undefined
  }

  /** Where nobody was free a moment ago: nobody gets free while a pump runs, so that a long queue is asked once. */
  const rowOf = ({ place }: DeskConversation, { groups, declinedBy, passedBy }: Claim): string =>
    `${groups.join()} ${declinedBy.join()} ${passedBy.join()} ${place?.agents.join() ?? ''}`

  /** The first that waits, is not under way, and has somebody to go to. */
  const next = (dry = new Set<string>()): Found | undefined => {
    if (desk.queue.length === 0) return undefined
    const office = candidates()
    if (!office.some(({ no, load, capacity }) => !no && load < capacity)) return undefined
    for (const id of desk.queue) {
      const isHeld = underWay.has(id) || resting.has(id) || placer.isPlacing(id)
      const waiting = isHeld ? undefined : desk.conversation(id)
      const claim = waiting && caretaker.claimOf(waiting)
      if (!waiting || !claim) continue
      const row = rowOf(waiting, claim)
      const decision = dry.has(row) ? undefined : decide(waiting, office, claim)
      if (decision) return { waiting, decision }
      dry.add(row)
    }
    return undefined
  }

  const retryLater = (conversation: ConversationId, code: ErrorCode): void => {
    logger.warn({ conversation, code }, 'an assignment was refused')
    if (isRetryable(code)) {
      // The storage is in trouble: asking for every waiting conversation would only add to it.
      pause ??= clock.after(limits.assignRetryMs, () => {
        pause = undefined
        pump()
      })
      return
    }
    resting.add(conversation)
    clock.after(limits.assignRetryMs, () => {
      resting.delete(conversation)
      pump()
    })
  }

  const assign = async ({ id }: DeskConversation, { agent, reason }: RoutingDecision): Promise<void> => {
    underWay.set(id, agent)
    const result = await journal.commit({
      type: 'assign',
      actor: { kind: 'system' },
      conversation: id,
      agent,
      expectedOwner: NO_AGENT,
      reason,
    })
    underWay.delete(id)
    if (!result.ok) retryLater(id, result.code)
    pump()
  }

  const start = ({ waiting, decision }: Found): void => {
    assign(waiting, decision).catch((error: unknown) => {
      logger.error({ error }, 'an assignment failed')
      underWay.delete(waiting.id)
      retryLater(waiting.id, 'internal')
    })
  }

  const pump = (): void => {
    const dry = new Set<string>()
    try {
      while (!isStopped && !pause && underWay.size < limits.maxAssignmentsAtOnce) {
        const found = next(dry)
        if (!found) return
        start(found)
      }
    } catch (error) {
      // A router that misbehaves must not take down whoever's message happened to wake it.
      logger.error({ error }, 'routing failed')
    }
  }

  return {
    pump,
    committed({ entries }) {
      // The owner is known now; counting the reservation too would leave a place empty for a moment.
      for (const { entry } of entries) if (!desk.queue.has(entry.conversation)) underWay.delete(entry.conversation)
      if (entries.length > 0) pump()
    },
    overlooked() {
      const found = pause ? undefined : next()
      return found && { conversation: found.waiting.id, agent: found.decision.agent }
    },
    get assignmentsUnderWay() {
      return underWay.size
    },
    stop() {
      isStopped = true
      pause?.()
    },
  }
}
