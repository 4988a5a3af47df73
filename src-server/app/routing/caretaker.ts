// Looks after every open conversation on the clock: who is asked to take it, whose agent vanished or does not reply, who waits long
// enough for another group, who came before opening, who went silent. What is to be done is core's `care`; this carries it out.
import {
  fail,
  NO_AGENT,
  ok,
  type AgentId,
  type ConversationId,
  type EpochMs,
  type GroupId,
  type Result,
} from '../../protocol/index.ts'
import { beginCare } from '../../core/queue/begin-care.ts'
import { type CareEffect, type CareInput, type CareRules, type CareState } from '../../core/queue/care-state.ts'
import { care } from '../../core/queue/care.ts'
import type { Desk, DeskConversation } from '../../core/queue/desk.ts'
import { homeOf } from '../../core/queue/overflow.ts'
import type { WaitingLine } from '../../core/queue/waiting-line.ts'
import type { LayeredRouter } from '../../core/routing/layered-router.ts'
import type { Clock } from '../../ports/clock.ts'
import type { CommittedEntry, Journal } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import type { RoutingDecision } from '../../ports/router.ts'
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
  /** The desk was read anew. @returns one of which something else was believed than the desk says: a bug of ours, put right. */
  realign(): ConversationId | undefined
  /** After the desk, the router and the placer. */
  apply(committed: CommittedEntry): void
  /** Its group is settled, also when nothing was written for it. */
  placed(conversation: ConversationId): void
  connected(agent: AgentId, isThere: boolean): void
  /** A message left, beside which nobody waits. */
  isLeft(conversation: ConversationId): boolean
  /** Somebody was found for a conversation that waits: they are asked, or get it. */
  choose(conversation: ConversationId, decision: RoutingDecision): void
  /** To an offer of ours. An acceptance resolves when the assignment is durable, or was refused. */
  answer(agent: AgentId, conversation: ConversationId, accept: boolean): Promise<Result<unknown>>
  stop(): void
}

const isWith = (state: CareState | undefined, agent: AgentId): boolean =>
  state?.phase === 'owned' && state.agent === agent

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
  /** Somebody joined the line or changed their place in it: looked at when all who do so at this moment have. */
  let hasMoved = false
  let isStopped = false

  const door = createDoor({ rules, office, line, clock })
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
        hasMoved = true
        return undefined
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

  const begin = (known: DeskConversation): void => {
    const { id, owner } = known
    // The tick keeps it: a start begins with ten thousand of them.
    states.set(id, beginCare(known, isConnected(owner), clock.now(), rules))
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
        return known && begin({ ...known, owner: committed.owner })
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
    if (!hasMoved) return
    hasMoved = false
    changed()
  }

  const isAsKnown = ({ id, owner }: DeskConversation): boolean => {
    const state = states.get(id)
    return owner === NO_AGENT ? state !== undefined && state.phase !== 'owned' : isWith(state, owner)
  }

  const realign = (): ConversationId | undefined => {
    let amiss: ConversationId | undefined
    safely(() => {
      for (const id of states.keys()) {
        if (desk.conversation(id)) continue
        amiss = id
        keep(id, { phase: 'closed' }, null)
      }
      for (const known of desk.conversations()) {
        if (isAsKnown(known)) continue
        amiss = known.id
        begin(known)
      }
    })
    return amiss
  }

  return {
    start() {
      realign()
      line.restart(clock.now())
    },
    realign,
    apply: (committed) => safely(() => hear(committed)),
    placed: (id) => safely(() => admit(id)),
    connected: (agent, isThere) =>
      safely(() => {
        const is = isThere ? 'back' : 'gone'
        for (const { id } of desk.conversationsOf(agent)) feed(id, { type: 'agent', agent, is })
        if (!isThere) unable(agent, 'gone')
      }),
    isLeft: (id) => states.get(id)?.phase === 'left',
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
