// Looks after every open conversation on the clock: whose agent vanished or does not reply, who waits long enough for another
// group, and who came before opening. What is to be done is core's `care`; this does it, and knows the deadlines.
import {
  EVERYONE,
  NO_AGENT,
  type AgentId,
  type ConversationId,
  type EpochMs,
  type GroupId,
  type QueueReason,
} from '../protocol/index.ts'
import { admissionTo } from '../core/queue/admission.ts'
import { ownedBy } from '../core/queue/care-owned.ts'
import {
  claimOn,
  type CareEffect,
  type CareInput,
  type CareRules,
  type CareState,
  type Claim,
} from '../core/queue/care-state.ts'
import { care } from '../core/queue/care.ts'
import { createDeadlines } from '../core/queue/deadlines.ts'
import type { Desk, DeskConversation } from '../core/queue/desk.ts'
import type { WaitingLine } from '../core/queue/waiting-line.ts'
import type { LayeredRouter } from '../core/routing/layered-router.ts'
import type { Cancel, Clock } from '../ports/clock.ts'
import type { CommittedEntry, Journal } from '../ports/journal.ts'
import type { Logger } from '../ports/logger.ts'
import { createGroupCounts } from './group-counts.ts'

export type Caretaker = {
  /** The desk and the router are loaded. */
  start(): void
  /** After the desk, the router and the placer. */
  apply(committed: CommittedEntry): void
  /** Its group is settled, also when nothing was written for it. */
  placed(conversation: ConversationId): void
  connected(agent: AgentId, isThere: boolean): void
  /** What it may ask for; undefined while it is a message in front of a closed or full group. */
  claimOf(waiting: DeskConversation): Claim | undefined
  stop(): void
}

/** Clocks jump: no timer is trusted for longer. */
const MAX_SLEEP_MS = 60_000

/** SPEC D7.19, D7.20, D7.22. */
export const createCaretaker = (parts: {
  readonly desk: Desk
  readonly router: Pick<LayeredRouter, 'settings'>
  readonly journal: Pick<Journal, 'commit'>
  readonly clock: Clock
  readonly logger: Logger
  readonly isConnected: (agent: AgentId) => boolean
  readonly isPlacing: (conversation: ConversationId) => boolean
  readonly line: WaitingLine
  /** Somebody may be found for a conversation who could not be before. */
  readonly changed: () => void
  /** What is known of a conversation now. */
  readonly kept: (conversation: ConversationId, state: CareState) => void
}): Caretaker => {
  const { desk, router, journal, clock, logger, isConnected, isPlacing, line, changed, kept } = parts
  const states = new Map<ConversationId, CareState>()
  /** Who left a message in front of a full queue, the first first. */
  const outside = new Set<ConversationId>()
  const counts = createGroupCounts()
  const deadlines = createDeadlines()
  let timer: { readonly at: EpochMs; readonly cancel: Cancel } | undefined
  let isStopped = false

  /** Offers and the close after a silence are not carried out yet: no group has them here. */
  const rules: CareRules = {
    groupOf(id) {
      const group = router.settings.groups.get(id)
      return group && { ...group, acceptance: 'auto', autoClose: null }
    },
    get general() {
      return router.settings.general
    },
  }

  const homeOf = (claim: Claim): GroupId => claim.groups[0] ?? EVERYONE

  const keep = (id: ConversationId, state: CareState, wakeAt: EpochMs | null): void => {
    if (state.phase === 'closed') states.delete(id)
    else states.set(id, state)
    if (state.phase === 'left' && state.why === 'full') outside.add(id)
    else outside.delete(id)
    counts.set(id, state.phase === 'waiting' ? homeOf(state.claim) : undefined)
    deadlines.set(id, state.phase === 'closed' ? null : wakeAt)
    line.follow(id, state, clock.now())
    kept(id, state)
  }

  const release = async (id: ConversationId, agent: AgentId, rule: string): Promise<void> => {
    const place = desk.conversation(id)?.place
    const known = place?.reason
    const reason: QueueReason = {
      layer: 'load',
      rule,
      intent: known?.intent ?? (0 as QueueReason['intent']),
      confidence: known?.confidence ?? 0,
      tookMicros: 0,
    }
    const result = await journal.commit({
      type: 'queue',
      actor: { kind: 'system' },
      conversation: id,
      expectedOwner: agent,
      group: place && router.settings.groups.has(place.group) ? place.group : EVERYONE,
      agents: place?.agents ?? [],
      priority: place?.priority ?? 0,
      reason,
      note: '',
      front: true,
    })
    // What is overdue comes up again after a moment, whatever the code.
    if (!result.ok) logger.warn({ conversation: id, code: result.code }, 'a conversation was not taken back')
  }

  const run = (id: ConversationId, effect: CareEffect): void => {
    if (effect.type === 'queue') return changed()
    if (effect.type !== 'release') return
    release(id, effect.agent, effect.why).catch((error: unknown) =>
      logger.error({ conversation: id, error }, 'a conversation was not taken back'),
    )
  }

  const feed = (id: ConversationId, input: CareInput): void => {
    const before = states.get(id)
    if (!before || isStopped) return
    const { state, effects, wakeAt } = care(before, input, clock.now(), rules)
    keep(id, state, wakeAt)
    for (const effect of effects) run(id, effect)
  }

  const isSomebodyFree = (group: GroupId): boolean => {
    const members = group === EVERYONE ? undefined : router.settings.groups.get(group)?.members
    for (const { id, active, status, capacity } of desk.agents())
      if (active && status === 'online' && isConnected(id) && desk.loadOf(id) < capacity)
        if (!members || members.includes(id)) return true
    return false
  }

  /** The door: who finds the group closed or full leaves a message, which joins the queue later by itself. */
  const admit = (id: ConversationId): void => {
    const state = states.get(id)
    if (state?.phase !== 'waiting') return
    const home = homeOf(state.claim)
    const group = rules.groupOf(home)
    if (!group) return
    const length = counts.of(home) - 1
    const admission = admissionTo(group, { length, isSomebodyFree: isSomebodyFree(home) }, clock.now())
    if (admission.admit === 'queue') return
    const { claim } = state
    keep(id, { phase: 'left', claim, why: admission.why }, null)
    feed(id, { type: 'tick' })
  }

  const begin = ({ id, owner, place, declinedBy, waitingSince }: DeskConversation, since: EpochMs): void => {
    const claim: Claim = {
      ...claimOn(place?.group ?? EVERYONE, place?.priority ?? 0, since),
      declinedBy: declinedBy === NO_AGENT ? [] : [declinedBy],
    }
    const now = clock.now()
    if (owner === NO_AGENT) keep(id, { phase: 'waiting', claim }, null)
    else {
      const owned = ownedBy(claim, owner, isConnected(owner), now)
      const isTheirTurn = waitingSince === 0
      keep(id, isTheirTurn ? { ...owned, waitingSince: null, owedSince: null, silentSince: now } : owned, null)
    }
    feed(id, { type: 'tick' })
    if (owner === NO_AGENT && !isPlacing(id)) admit(id)
  }

  /** They come in when there is room. */
  const letIn = (): void => {
    for (const id of outside) {
      const state = states.get(id)
      if (state?.phase !== 'left') continue
      const home = homeOf(state.claim)
      if (counts.of(home) < (rules.groupOf(home)?.maxQueue ?? 0)) feed(id, { type: 'room' })
    }
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
        return feed(id, { type: entry.author.kind === 'visitor' ? 'visitorWrote' : 'agentWrote' })
      case 'setting.changed':
        if (entry.body.key.startsWith('routing.')) for (const one of states.keys()) feed(one, { type: 'tick' })
        return undefined
      default:
        return undefined
    }
  }

  const arm = (): void => {
    const at = deadlines.next()
    if (isStopped || at === undefined || (timer && timer.at <= at)) return
    timer?.cancel()
    const sleepMs = Math.min(Math.max(0, at - clock.now()), MAX_SLEEP_MS)
    const cancel = clock.after(sleepMs, () => {
      timer = undefined
      safely(tick)
    })
    timer = { at: (clock.now() + sleepMs) as EpochMs, cancel }
  }

  const tick = (): void => {
    const now = clock.now()
    for (let id = deadlines.takeDue(now); id !== undefined; id = deadlines.takeDue(now)) feed(id, { type: 'tick' })
  }

  /** A bug in here must cost nobody their message. */
  const safely = (work: () => void): void => {
    try {
      work()
      letIn()
    } catch (error) {
      logger.error({ error }, 'conversations were not looked after')
    }
    arm()
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
        for (const [id, state] of states)
          if (state.phase === 'owned' && state.agent === agent)
            feed(id, { type: 'agent', agent, is: isThere ? 'back' : 'gone' })
      }),
    claimOf({ id, place }) {
      const state = states.get(id)
      if (state?.phase === 'left') return undefined
      // Whatever is amiss here, nobody is stranded for it.
      if (state?.phase !== 'waiting') return claimOn(place?.group ?? EVERYONE, place?.priority ?? 0, clock.now())
      return state.claim
    },
    stop() {
      isStopped = true
      timer?.cancel()
    },
  }
}
