// A recorded day once more, under other rules: the same visitors at the same times, the same colleagues there at the same
// times, each as fast as they are; only who gets whom is decided anew. Pure: the same question has the same answer.
import {
  EVERYONE,
  NO_AGENT,
  NO_INTENT,
  type AgentId,
  type AgentProfile,
  type EpochMs,
  type GroupId,
} from '../../protocol/index.ts'
import { admissionTo } from '../queue/admission.ts'
import { care } from '../queue/care.ts'
import { claimOn, type CareInput, type CareRules, type CareState } from '../queue/care-state.ts'
import { place } from '../routing/place.ts'
import type { RoutingSettings } from '../routing/routing-settings.ts'
import { jainsIndex, middleOf } from './day-sums.ts'
import type { Arrival, DayRecord } from './day-record.ts'
import { createNamedDraws } from './named-draws.ts'
import { createReplayOffice } from './replay-office.ts'
import { createChooser, createReplayQueue, rowOf, type Waiting } from './replay-queue.ts'
import { createTimeEvents } from './time-events.ts'

export type Replayed = {
  readonly isOfDay: boolean
  readonly group: GroupId
  /** Found the group closed or its queue full. */
  readonly leftMessage: boolean
  /** From the first word to the first reply; Infinity for never. */
  readonly waitMs: number
}

export type ReplayedDay = {
  /** In the record's order. */
  readonly arrivals: readonly Replayed[]
  readonly given: ReadonlyMap<AgentId, number>
  readonly fairness: number
}

export type ReplayQuestion = {
  readonly record: DayRecord
  readonly settings: RoutingSettings
  readonly agents: readonly AgentProfile[]
  readonly from: number
  readonly until: number
  /** Whatever is still open then stays so. */
  readonly end: number
  readonly seed: number
}

const kinds = { come: 1, leave: 2, arrive: 3, wake: 4, answer: 5, end: 6, giveUp: 7 } as const

type Talk = {
  readonly waiting: Omit<Waiting, 'claim'>
  state: CareState
  owner: AgentId
  leftMessage: boolean
  answeredAt: number
  /** Goes up whenever a reply or an end that was under way no longer counts. */
  turn: number
  wakes: number
}

/** What a conversation takes of which nobody knows. */
const typicalOf = ({ arrivals }: DayRecord): { readonly replyMs: number; readonly holdMs: number } => ({
  replyMs: middleOf(arrivals.flatMap(({ replyMs }) => (replyMs === null ? [] : [replyMs]))),
  holdMs: middleOf(arrivals.flatMap(({ holdMs }) => (holdMs === null ? [] : [holdMs]))),
})

/** SPEC D8.7. */
export const replayDay = (question: ReplayQuestion): ReplayedDay => {
  const { record, settings, agents, from, until, end, seed } = question
  const draws = createNamedDraws(seed)
  const events = createTimeEvents()
  const office = createReplayOffice({ agents, times: record.times, asOf: until, from })
  const queue = createReplayQueue()
  const choose = createChooser(settings, record.times, until as EpochMs)
  const active = new Set(agents.filter((agent) => agent.active).map(({ id }) => id))
  const typical = typicalOf(record)
  const talks: (Talk | undefined)[] = record.arrivals.map(() => undefined)
  const outside = new Set<number>()
  let now = from

  /** Offers take the time they took; the close after a silence came when it came. */
  const rules: CareRules = {
    groupOf(id) {
      const group = settings.groups.get(id)
      return group && { ...group, acceptance: 'auto', autoClose: null }
    },
    general: settings.general,
  }

  const keep = (index: number, talk: Talk, state: CareState, wakeAt: number | null): void => {
    talk.state = state
    queue.set(index, state.phase === 'waiting' ? state.claim : undefined)
    if (state.phase === 'left' && state.why === 'full') outside.add(index)
    else outside.delete(index)
    talk.wakes += 1
    if (wakeAt !== null) events.add(wakeAt, kinds.wake, index, 0, talk.wakes)
  }

  const letGo = (talk: Talk): void => {
    if (talk.owner !== NO_AGENT) office.end(talk.owner, now)
    talk.owner = NO_AGENT
    talk.turn += 1
  }

  const feed = (index: number, talk: Talk, input: CareInput): void => {
    const { state, effects, wakeAt } = care(talk.state, input, now as EpochMs, rules)
    keep(index, talk, state, wakeAt)
    for (const effect of effects) {
      if (effect.type !== 'release') continue
      letGo(talk)
      feed(index, talk, { type: 'released', agent: effect.agent, by: 'system' })
    }
  }

  const isSomebodyFree = (group: GroupId): boolean => {
    const members = group === EVERYONE ? undefined : settings.groups.get(group)?.members
    return office
      .candidates()
      .some(({ agent, no, load, capacity }) => !no && load < capacity && (!members || members.includes(agent)))
  }

  const arrive = (index: number, arrival: Arrival): void => {
    let drawn = 0
    const isUnderstood = arrival.intent !== NO_INTENT || arrival.confidence > 0
    const intent = isUnderstood ? { intent: arrival.intent, confidence: arrival.confidence } : null
    const { layer, rule, ...where } = place(settings, { tags: arrival.tags, intent, isActive: (id) => active.has(id) })
    const { group, priority } = where
    const reason = { layer, rule, intent: where.intent, confidence: where.confidence, tookMicros: 0 }
    const talk: Talk = {
      waiting: {
        arrival,
        place: { group, agents: where.agents, priority, reason },
        fraction: () => draws.fraction(1, index, drawn++),
      },
      state: { phase: 'waiting', claim: claimOn(group, priority, now as EpochMs) },
      owner: NO_AGENT,
      leftMessage: false,
      answeredAt: Infinity,
      turn: 0,
      wakes: 0,
    }
    talks[index] = talk
    const home = rules.groupOf(group)
    const door = { length: queue.lengthOf(group), isSomebodyFree: isSomebodyFree(group) }
    const admission = home ? admissionTo(home, door, now as EpochMs) : { admit: 'queue' as const }
    if (admission.admit === 'message' && talk.state.phase === 'waiting') {
      talk.leftMessage = true
      talk.state = { phase: 'left', claim: talk.state.claim, why: admission.why }
    }
    if (arrival.answeredAt === null && arrival.endedAt !== null) events.add(arrival.endedAt, kinds.giveUp, index, 0, 0)
    feed(index, talk, { type: 'tick' })
  }

  const assign = (index: number, talk: Talk, agent: AgentId): void => {
    const { replyMs, answeredBy } = talk.waiting.arrival
    const measured = replyMs === null ? NO_AGENT : answeredBy
    const takesMs = (replyMs ?? typical.replyMs) * office.slowness(agent, measured)
    talk.owner = agent
    talk.turn += 1
    office.give(agent, now, talk.waiting.arrival.isOfDay)
    feed(index, talk, { type: 'assigned', agent, isThere: true })
    events.add(now + takesMs, kinds.answer, index, agent, talk.turn)
  }

  /** The first that waits and has somebody to go to, again and again. */
  const next = (dry: Set<string>): boolean => {
    if (queue.length === 0 || !office.hasRoom) return false
    const candidates = office.candidates()
    for (const index of queue.order()) {
      const talk = talks[index]
      if (talk?.state.phase !== 'waiting') continue
      const waiting = { ...talk.waiting, claim: talk.state.claim }
      const row = rowOf(waiting)
      if (dry.has(row)) continue
      const agent = choose(waiting, candidates, now)
      if (agent === undefined) {
        dry.add(row)
        continue
      }
      assign(index, talk, agent)
      return true
    }
    return false
  }

  const letIn = (): void => {
    for (const index of outside) {
      const talk = talks[index]
      if (talk?.state.phase !== 'left') continue
      const home = talk.state.claim.groups[0] ?? EVERYONE
      if (queue.lengthOf(home) < (rules.groupOf(home)?.maxQueue ?? 0)) feed(index, talk, { type: 'room' })
    }
  }

  const happen = (kind: number, who: number, token: number): void => {
    if (kind === kinds.come) return office.come(who as AgentId, now)
    if (kind === kinds.leave) return office.leave(who as AgentId, now)
    const arrival = record.arrivals[who]
    if (kind === kinds.arrive) return arrival && arrive(who, arrival)
    const talk = talks[who]
    if (!talk || talk.state.phase === 'closed') return
    switch (kind) {
      case kinds.wake:
        return token === talk.wakes ? feed(who, talk, { type: 'tick' }) : undefined
      case kinds.answer: {
        if (token !== talk.turn) return
        talk.answeredAt = now
        feed(who, talk, { type: 'agentWrote' })
        events.add(now + (arrival?.holdMs ?? typical.holdMs), kinds.end, who, 0, talk.turn)
        return
      }
      case kinds.end:
      case kinds.giveUp: {
        const isMoot = kind === kinds.end ? token !== talk.turn : talk.answeredAt < Infinity
        if (isMoot) return
        letGo(talk)
        feed(who, talk, { type: 'closed' })
      }
    }
  }

  for (const [agent, spans] of record.presence)
    for (const span of spans) {
      events.add(span.from, kinds.come, agent, 0, 0)
      events.add(span.until, kinds.leave, agent, 0, 0)
    }
  record.arrivals.forEach(({ at }, index) => events.add(at, kinds.arrive, index, 0, 0))
  for (let at = events.take(); at <= end; at = events.take()) {
    now = at
    happen(events.kind, events.who, events.token)
    letIn()
    const dry = new Set<string>()
    while (next(dry));
  }

  return {
    arrivals: record.arrivals.map((arrival, index): Replayed => {
      const talk = talks[index]
      return {
        isOfDay: arrival.isOfDay,
        group: talk?.waiting.place.group ?? EVERYONE,
        leftMessage: talk?.leftMessage ?? false,
        waitMs: (talk?.answeredAt ?? Infinity) - arrival.at,
      }
    }),
    given: office.given,
    fairness: jainsIndex(office.shares(Math.min(now, until))),
  }
}
