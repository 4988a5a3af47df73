// Looks after every open conversation on the clock: who is asked to take it, whose agent vanished or does not reply, who waits long
// enough for another group, who came before opening, who went silent. What is to be done is core's `care`; this carries it out.
import {
  EVERYONE,
  fail,
  NO_AGENT,
  ok,
  type AgentId,
  type ConversationId,
  type EpochMs,
  type GroupId,
  type Result,
} from '../protocol/index.ts'
import { beginCare } from '../core/queue/begin-care.ts'
import {
  claimOn,
  type CareEffect,
  type CareInput,
  type CareRules,
  type CareState,
  type Claim,
} from '../core/queue/care-state.ts'
import { care } from '../core/queue/care.ts'
import type { Desk, DeskConversation } from '../core/queue/desk.ts'
import { homeOf } from '../core/queue/overflow.ts'
import type { WaitingLine } from '../core/queue/waiting-line.ts'
import type { LayeredRouter } from '../core/routing/layered-router.ts'
import type { Clock } from '../ports/clock.ts'
import type { CommittedEntry, Journal } from '../ports/journal.ts'
import type { Logger } from '../ports/logger.ts'
import type { RoutingDecision } from '../ports/router.ts'
import type { Assignments } from './assignments.ts'
import { createCareDeeds } from './care-deeds.ts'
import { createCareTimer } from './care-timer.ts'
import { createDoor } from './door.ts'
import { createHanding } from './handing.ts'
import type { Office } from './office.ts'
import type { OpenOffers } from './open-offers.ts'

export type Caretaker = {
  /** The desk and the router are loaded. */
  start(): void
  /** After the desk, the router and the placer. */
  apply(committed: CommittedEntry): void
  /** Its group is settled, also when nothing was written for it. */
  placed(conversation: ConversationId): void
  connected(agent: AgentId, isThere: boolean): void
  /** What it may ask for; undefined while it is a message in front of a closed or full group, or offered to somebody. */
  claimOf(waiting: DeskConversation): Claim | undefined
  /** Somebody was found for a conversation that waits: they are asked, or get it. */
  choose(conversation: ConversationId, decision: RoutingDecision): void
  /** To an offer of ours. An acceptance resolves when the assignment is durable, or was refused. */
  answer(agent: AgentId, conversation: ConversationId, accept: boolean): Promise<Result<unknown>>
  stop(): void
}

/** SPEC D7.19, D7.20, D7.22, D7.25, D7.27. */
export const createCaretaker = (parts: {
  readonly desk: Desk
  readonly router: Pick<LayeredRouter, 'settings'>
  readonly journal: Pick<Journal, 'commit'>
  readonly clock: Clock
  readonly logger: Logger
  readonly office: Pick<Office, 'isSomebodyFree'>
  readonly assignments: Pick<Assignments, 'assign'>
  readonly offers: OpenOffers
  readonly isConnected: (agent: AgentId) => boolean
  readonly isPlacing: (conversation: ConversationId) => boolean
  readonly line: WaitingLine
  readonly rules: CareRules
  /** Somebody may be found for a conversation who could not be before. */
  readonly changed: () => void
  /** What is known of a conversation now. */
  readonly kept: (conversation: ConversationId, state: CareState) => void
}): Caretaker => {
  const { desk, clock, logger, office, offers, isConnected, isPlacing, line, rules, changed, kept } = parts
  const states = new Map<ConversationId, CareState>()
  const deeds = createCareDeeds(parts)
  let isStopped = false

  const door = createDoor({ rules, office, clock })
  const handing = createHanding({
    desk,
    assignments: parts.assignments,
    offers,
    refused: (id, agent) => safely(() => feed(id, { type: 'refused', agent })),
    changed,
  })
  const timer = createCareTimer(clock, (takeDue) =>
    safely(() => {
      for (let id = takeDue(); id !== undefined; id = takeDue()) feed(id, { type: 'tick' })
    }),
  )

  const keep = (id: ConversationId, state: CareState, wakeAt: EpochMs | null): void => {
    const { phase } = state
    if (phase === 'closed') states.delete(id)
    else states.set(id, state)
    if (phase !== 'offered' && phase !== 'going') handing.forget(id)
    door.keep(id, state)
    timer.set(id, phase === 'closed' ? null : wakeAt)
    line.follow(id, state, clock.now())
    kept(id, state)
  }

  const run = (id: ConversationId, state: CareState, effect: CareEffect, wakeAt: EpochMs | null): void => {
    switch (effect.type) {
      case 'queue':
        return changed()
      case 'offer':
        if (state.phase !== 'offered' || wakeAt === null) throw new Error(`the offer of conversation ${id} has no end`)
        return handing.ask(id, state.claim, effect.agent, wakeAt)
      case 'offerEnded':
        return handing.asked(id, effect.agent, effect.why)
      case 'assign':
        return handing.give(id, effect.agent)
      case 'release':
        return deeds.release(id, effect.agent, effect.why)
      case 'warn':
        return state.phase === 'owned' ? deeds.warn(id, homeOf(state.claim, rules)) : undefined
      case 'close':
        return deeds.close(id)
      default:
        return effect satisfies never
    }
  }

  const feed = (id: ConversationId, input: CareInput): void => {
    const before = states.get(id)
    if (!before || isStopped) return
    const { state, effects, wakeAt } = care(before, input, clock.now(), rules)
    keep(id, state, wakeAt)
    for (const effect of effects) run(id, state, effect, wakeAt)
  }

  const admit = (id: ConversationId): void => {
    const state = states.get(id)
    const left = state?.phase === 'waiting' ? door.refusal(state.claim) : undefined
    if (!left) return
    keep(id, left, null)
    feed(id, { type: 'tick' })
  }

  const begin = (known: DeskConversation, since: EpochMs): void => {
    const { id, owner } = known
    keep(id, beginCare(known, { since, isThere: isConnected(owner) }, clock.now(), rules), null)
    feed(id, { type: 'tick' })
    if (owner === NO_AGENT && !isPlacing(id)) admit(id)
  }

  const hearOfOwner = ({ entry, owner, previousOwner }: CommittedEntry): void => {
    const { conversation: id, author } = entry
    if (owner !== NO_AGENT) return feed(id, { type: 'assigned', agent: owner, isThere: isConnected(owner) })
    const byThemselves = author.kind === 'agent' && author.id === previousOwner
    feed(id, { type: 'released', agent: previousOwner, by: byThemselves ? 'agent' : 'system' })
  }

  const hearOfQueue = (committed: CommittedEntry, front: boolean, group: GroupId, priority: number): void => {
    const { conversation: id } = committed.entry
    if (front && committed.previousOwner !== NO_AGENT) return hearOfOwner(committed)
    feed(id, { type: 'moved', group, priority })
    admit(id)
  }

  /** Who is not there to take anything new is asked no longer. */
  const unable = (agent: AgentId, is: 'away' | 'gone'): void => {
    for (const one of offers.all())
      if (one.agent === agent && one.from === NO_AGENT) feed(one.conversation, { type: 'agent', agent, is })
  }

  const wroteInput = { visitor: 'visitorWrote', agent: 'agentWrote', bot: 'agentWrote', system: 'warned' } as const

  const hear = (committed: CommittedEntry): void => {
    const { entry } = committed
    const { conversation: id } = entry
    switch (entry.kind) {
      case 'conversation.opened':
      case 'conversation.reopened': {
        const known = desk.conversation(id)
        return known && begin({ ...known, owner: committed.owner }, entry.at)
      }
      case 'conversation.assigned':
      case 'conversation.transferred':
        return hearOfOwner(committed)
      case 'conversation.queued':
        return hearOfQueue(committed, entry.body.front, entry.body.group, entry.body.priority)
      case 'conversation.closed':
        return feed(id, { type: 'closed' })
      case 'message.sent':
        return feed(id, { type: wroteInput[entry.author.kind] })
      case 'agent.status':
        return entry.body.status === 'online' ? undefined : unable(entry.body.agent, 'away')
      case 'agent.changed':
        return entry.body.agent.active ? undefined : unable(entry.body.agent.id, 'gone')
      case 'setting.changed':
        if (entry.body.key.startsWith('routing.')) for (const one of states.keys()) feed(one, { type: 'tick' })
        return undefined
      default:
        return undefined
    }
  }

  /** A bug in here must cost nobody their message. */
  const safely = (work: () => void): void => {
    try {
      work()
      for (const id of door.mayComeIn()) feed(id, { type: 'room' })
    } catch (error) {
      logger.error({ error }, 'conversations were not looked after')
    }
    timer.arm()
  }

  return {
    start: () =>
      safely(() => {
        for (const known of desk.conversations()) begin(known, known.waitingSince || clock.now())
        line.restart(clock.now())
      }),
    apply: (committed) => safely(() => hear(committed)),
    placed: (id) => safely(() => admit(id)),
    connected: (agent, isThere) =>
      safely(() => {
        const is = isThere ? 'back' : 'gone'
        for (const { id } of desk.conversationsOf(agent)) feed(id, { type: 'agent', agent, is })
        if (!isThere) unable(agent, 'gone')
      }),
    claimOf({ id, place }) {
      const state = states.get(id)
      if (state?.phase === 'left' || state?.phase === 'offered') return undefined
      // Whatever is amiss here, nobody is stranded for it.
      if (state?.phase !== 'waiting') return claimOn(place?.group ?? EVERYONE, place?.priority ?? 0, clock.now())
      return state.claim
    },
    choose(id, decision) {
      handing.chosen(id, decision)
      if (states.get(id)?.phase === 'waiting') feed(id, { type: 'chosen', agent: decision.agent })
      else handing.give(id, decision.agent)
      timer.arm()
    },
    async answer(agent, id, accept) {
      const state = states.get(id)
      if (state?.phase !== 'offered' || state.agent !== agent) return fail('offer_over')
      safely(() => feed(id, { type: accept ? 'accepted' : 'declined', agent }))
      return accept ? handing.given(id) : ok(undefined)
    },
    stop() {
      isStopped = true
      timer.stop()
    },
  }
}
