// Finds agents for waiting conversations, one decision after another, so that nobody gets more than they can carry (D7). Whether
// the one who was found is asked or simply gets it is the caretaker's part.
import { EVERYONE, limits, NO_AGENT, type AgentId, type ConversationId, type GroupId } from '../../protocol/index.ts'
import type { Claim } from '../../core/queue/care-state.ts'
import { mayAsk } from '../../core/queue/care.ts'
import type { Desk, DeskConversation } from '../../core/queue/desk.ts'
import type { WaitingLine } from '../../core/queue/waiting-line.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { CommittedGroup } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Candidate, Router, RoutingDecision } from '../../ports/router.ts'
import type { Assignments } from './assignments.ts'
import type { Caretaker } from './caretaker.ts'
import { createDryRows } from './dry-rows.ts'
import { isFree, type Office } from './office.ts'
import type { Placer } from './placer.ts'

export type Dispatcher = {
  /** Something changed: a conversation waits, an agent came, has room again, or changed status. */
  pump(): void
  /** The desk has applied the group already. */
  committed(group: CommittedGroup): void
  /** A waiting conversation and who could take it, though nobody is about to: what must never be (D7). */
  overlooked(): { readonly conversation: ConversationId; readonly agent: AgentId } | undefined
  stop(): void
}

const everywhere = (): boolean => true

type Found = { readonly waiting: DeskConversation; readonly decision: RoutingDecision }

export const createDispatcher = (parts: {
  readonly desk: Desk
  readonly router: Router
  readonly office: Pick<Office, 'candidates'>
  readonly assignments: Assignments
  readonly placer: Pick<Placer, 'isPlacing' | 'factsOf'>
  readonly line: Pick<WaitingLine, 'queues'>
  readonly caretaker: Pick<Caretaker, 'choose'>
  readonly clock: Clock
  readonly logger: Logger
}): Dispatcher => {
  const { desk, router, office, assignments, placer, line, caretaker, clock, logger } = parts
  let more: Cancel | undefined
  let isStopped = false

  const ask = (
    waiting: DeskConversation,
    candidates: readonly Candidate[],
    group: GroupId,
  ): RoutingDecision | undefined => {
    const { id, visitor, declinedBy, place } = waiting
    const facts = placer.factsOf(id)
    const isHome = group === (place?.group ?? EVERYONE)
    const decision = router.route({
      conversation: id,
      visitor,
      candidates,
      // Where it overflowed to, whom its own rule named counts no more.
      place: isHome ? place : { group, agents: [], priority: place?.priority ?? 0, reason: place?.reason ?? null },
      declinedBy,
      ...(facts && { language: facts.locale }),
      ...(facts?.lastHelp && { lastHelp: facts.lastHelp }),
    })
    const chosen = decision && candidates.find(({ agent }) => agent === decision.agent)
    if (decision && (!chosen || !isFree(chosen) || chosen.agent === declinedBy))
      throw new Error(`the router named agent ${decision.agent}, who is not free`)
    return decision
  }

  /** Its own group before those that it overflowed to; who let it pass only when nobody else is free. */
  const decide = (
    waiting: DeskConversation,
    candidates: readonly Candidate[],
    claim: Claim,
  ): RoutingDecision | undefined => {
    const without = (isOut: (one: Candidate) => boolean): readonly Candidate[] =>
      candidates.map((one) => (isOut(one) ? { ...one, no: 'declined' } : one))
    const { declinedBy, passedBy } = claim
    const rounds =
      declinedBy.length + passedBy.length === 0
        ? [candidates]
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

  /** The first that waits, is not under way, and has somebody to go to. */
  const next = (dry = createDryRows()): Found | undefined => {
    if (line.queues.length === 0) return undefined
    const candidates = office.candidates()
    if (!candidates.some(isFree)) return undefined
    for (const claim of line.queues.inOrder(everywhere)) {
      const { id } = claim
      const waiting = desk.conversation(id)
      if (!waiting || dry.has(waiting, claim) || assignments.isHeld(id) || placer.isPlacing(id)) continue
      const decision = decide(waiting, candidates, claim)
      if (decision) return { waiting, decision }
      dry.add(waiting, claim)
    }
    return undefined
  }

  /** A night's messages at an opening are thousands of offers: whoever writes meanwhile does not wait for all of them. */
  const goOn = (): void => {
    more = clock.after(limits.groupCommitMs, () => {
      more = undefined
      pump()
    })
  }

  const pump = (): void => {
    if (more) return
    const dry = createDryRows()
    try {
      for (let count = 0; !isStopped && !assignments.isPaused && !assignments.isFull; count += 1) {
        if (count === limits.maxAssignmentsAtOnce) return goOn()
        const found = next(dry)
        if (!found) return
        caretaker.choose(found.waiting.id, found.decision)
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
      for (const { entry } of entries)
        if (desk.conversation(entry.conversation)?.owner !== NO_AGENT) assignments.settled(entry.conversation)
      if (entries.length > 0) pump()
    },
    overlooked() {
      // What is on its way leaves no room for more: whoever comes next is not overlooked.
      const found = assignments.isPaused || assignments.isFull || more ? undefined : next()
      return found && { conversation: found.waiting.id, agent: found.decision.agent }
    },
    stop() {
      isStopped = true
      more?.()
      assignments.stop()
    },
  }
}
