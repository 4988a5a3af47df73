// The desk of a simulated day: does what the care machine says, with a storage that takes its time and sometimes refuses.
import { NO_AGENT, type AgentId, type GroupId } from '../../protocol/index.ts'
import { admissionTo } from '../../core/queue/admission.ts'
import { care } from '../../core/queue/care.ts'
import {
  claimOn,
  type CareEffect,
  type CareInput,
  type CareRules,
  type CareState,
} from '../../core/queue/care-state.ts'
import { createDeadlines } from '../../core/queue/deadlines.ts'
import { createWaitingLine, type WaitingLine } from '../../core/queue/waiting-line.ts'
import { createDayDispatch } from './day-dispatch.ts'
import { createDayHonesty, type DayHonesty } from './day-honesty.ts'
import { streams } from './day-streams.ts'
import type { DayPolicy } from './day-policies.ts'
import { count, dayEvents, demand, hasRoom, idOf, ownerOf, type DayWorld } from './day-world.ts'

export type DayDesk = {
  readonly queues: WaitingLine['queues']
  readonly honesty: DayHonesty
  arrive(visitor: number): void
  feed(visitor: number, input: CareInput): void
  /** An order to the journal: there after a moment, in the order of giving. */
  order(kind: number, visitor: number, agent: number, other: number): void
  /** The journal decides. */
  commit(kind: number, visitor: number, agent: number, other: number): void
  agentChanged(agent: number): void
  /** A group's settings were deleted: everybody who waits is looked at. */
  groupDeleted(group: GroupId): void
  nextDeadline(): number
  takeDue(): boolean
  pump(): void
}

const GRACE_MS = 60_000
const BUSY_STORAGE = 0.002
const TICK: CareInput = { type: 'tick' }

export const createDayDesk = (
  world: DayWorld,
  policy: DayPolicy,
  hear: { readonly offered: (visitor: number, agent: number) => void; readonly assigned: (visitor: number) => void },
): DayDesk => {
  const { events, states, owner, isClosed, promisedTo, promised, load, office, draws } = world
  const line = createWaitingLine()
  const { queues } = line
  const honesty = createDayHonesty(line)
  const deadlines = createDeadlines()
  const dispatch = createDayDispatch(world, queues, policy)
  const rules: CareRules = { groupOf: (id) => office.groups.get(id), general: { graceMs: GRACE_MS } }
  let lastCommitAt = 0
  let orders = 0
  /** Who left a message because the queue was full, oldest first. */
  const leftOutside = new Map<GroupId, number[]>()

  const order = (kind: number, visitor: number, agent: number, other: number): void => {
    orders += 1
    // In order, as one writer commits them; now and then the disk takes its time.
    const takesMs = draws.lognormal(streams.storage, 0, orders, 4, 1)
    lastCommitAt = Math.max(lastCommitAt, world.now + Math.min(takesMs, 500))
    events.add(lastCommitAt, kind, visitor, agent, other)
  }

  const promise = (visitor: number, agent: number): void => {
    const before = promisedTo[visitor] ?? 0
    world.promisedAt[visitor] = world.now
    if (before === agent) return
    promisedTo[visitor] = agent
    for (const [who, by] of [
      [before, -1],
      [agent, 1],
    ] as const) {
      if (who === 0) continue
      promised[who] = (promised[who] ?? 0) + by
      if (by === 1) world.holds[who]?.add(visitor)
      else if (owner[visitor] !== who) world.holds[who]?.delete(visitor)
      dispatch.agentChanged(who)
    }
  }

  const perform = (visitor: number, effect: CareEffect): void => {
    switch (effect.type) {
      case 'offer':
        promise(visitor, effect.agent)
        return hear.offered(visitor, effect.agent)
      case 'offerEnded':
        return count(world, `offer ${effect.why}`)
      case 'assign':
        promise(visitor, effect.agent)
        return order(dayEvents.commitAssign, visitor, effect.agent, 0)
      case 'release':
        count(world, `release ${effect.why}`)
        return order(dayEvents.commitRelease, visitor, effect.agent, 0)
      case 'warn':
        count(world, 'warned')
        return feed(visitor, { type: 'warned' })
      case 'close':
        count(world, 'auto-closed')
        return order(dayEvents.commitClose, visitor, 0, 0)
      case 'queue':
        return undefined
      default:
        return effect satisfies never
    }
  }

  /** In line are exactly those who wait, at the place of their claim. */
  const align = (visitor: number, before: CareState | undefined, state: CareState): void => {
    const was = before?.phase === 'waiting' ? before.claim : undefined
    const is = state.phase === 'waiting' ? state.claim : undefined
    if (was === is) return
    line.follow(idOf(visitor), state, world.now)
    const isServed = is === undefined && state.phase !== 'closed'
    if (was && was.groups[0] !== is?.groups[0]) honesty.left(idOf(visitor), isServed, world.now)
    if (is) honesty.joined(idOf(visitor), world.now)
  }

  const feed = (visitor: number, input: CareInput): void => {
    const before = states[visitor]
    if (!before) return
    const { state, effects, wakeAt } = care(before, input, world.now, rules)
    states[visitor] = state
    deadlines.set(idOf(visitor), wakeAt)
    if (state !== before) {
      align(visitor, before, state)
      if (state.phase !== 'offered' && state.phase !== 'going') promise(visitor, NO_AGENT)
    }
    for (const effect of effects) perform(visitor, effect)
  }

  const setOwner = (visitor: number, agent: AgentId): void => {
    const before = ownerOf(world, visitor)
    if (before === agent) return
    owner[visitor] = agent
    world.turns[visitor] = (world.turns[visitor] ?? 0) + 1
    if (before !== NO_AGENT) {
      load[before] = (load[before] ?? 0) - 1
      world.holds[before]?.delete(visitor)
    }
    if (agent !== NO_AGENT) {
      load[agent] = (load[agent] ?? 0) + 1
      world.holds[agent]?.add(visitor)
      world.lastAssignedAt[agent] = world.now
    }
  }

  const heardAssigned = (visitor: number, agent: AgentId, before: AgentId): void => {
    feed(visitor, { type: 'assigned', agent, isThere: world.isThere[agent] === 1 })
    dispatch.agentChanged(agent)
    if (before !== NO_AGENT) dispatch.agentChanged(before)
    hear.assigned(visitor)
  }

  const commit = (kind: number, visitor: number, agent: number, other: number): void => {
    const has = ownerOf(world, visitor)
    const who = agent as AgentId
    if (isClosed[visitor] === 1) return
    if (kind === dayEvents.commitAssign) {
      const isBusy = draws.fraction(streams.storage, visitor, orders) < BUSY_STORAGE
      if (has !== NO_AGENT || isBusy) {
        count(world, 'assignment refused')
        return feed(visitor, { type: 'refused', agent: who })
      }
      setOwner(visitor, who)
      return heardAssigned(visitor, who, NO_AGENT)
    }
    if (kind === dayEvents.commitClose) {
      setOwner(visitor, NO_AGENT)
      isClosed[visitor] = 1
      feed(visitor, { type: 'closed' })
      return has === NO_AGENT ? undefined : dispatch.agentChanged(has)
    }
    if (has !== who) return count(world, 'order came too late')
    if (kind === dayEvents.commitTransfer) {
      setOwner(visitor, other as AgentId)
      return heardAssigned(visitor, other as AgentId, has)
    }
    setOwner(visitor, NO_AGENT)
    if (kind === dayEvents.commitMove) feed(visitor, { type: 'moved', group: other as GroupId, priority: 0 })
    else feed(visitor, { type: 'released', agent: who, by: other === 1 ? 'agent' : 'system' })
    return dispatch.agentChanged(has)
  }

  return {
    queues,
    honesty,
    feed,
    order,
    commit,
    agentChanged: dispatch.agentChanged,
    arrive(visitor) {
      const home = world.visitors.homeOf(visitor)
      const group = office.groups.get(home)
      const claim = claimOn(home, world.visitors.priorityOf(visitor), world.now)
      const length = queues.lengthOf(home)
      const admission =
        group && admissionTo(group, { length, isSomebodyFree: dispatch.isSomebodyFreeIn(home) }, world.now)
      if (admission?.admit === 'message') count(world, `message left: ${admission.why}`)
      const why = admission?.admit === 'message' ? admission.why : undefined
      states[visitor] = why ? { phase: 'left', claim, why } : { phase: 'waiting', claim }
      world.leftMessage[visitor] = why ? 1 : 0
      if (why === 'full') leftOutside.set(home, [...(leftOutside.get(home) ?? []), visitor])
      align(visitor, undefined, states[visitor])
      feed(visitor, TICK)
    },
    groupDeleted(group) {
      office.groups.delete(group)
      for (let visitor = 1; visitor < states.length; visitor += 1)
        if (states[visitor] && isClosed[visitor] === 0) feed(visitor, TICK)
    },
    nextDeadline: () => deadlines.next() ?? Number.POSITIVE_INFINITY,
    takeDue() {
      const due = deadlines.takeDue(world.now)
      if (due !== undefined) feed(due, TICK)
      return due !== undefined
    },
    pump() {
      for (const [group, visitors] of leftOutside) {
        const maxQueue = office.groups.get(group)?.maxQueue ?? Number.POSITIVE_INFINITY
        while (visitors.length > 0 && queues.lengthOf(group) < maxQueue / 2) {
          const visitor = visitors.shift()
          if (visitor !== undefined) feed(visitor, { type: 'room' })
        }
        if (visitors.length === 0) leftOutside.delete(group)
      }
      for (let found = dispatch.next(); found; found = dispatch.next()) {
        const { agent } = found
        // Only a colleague's transfer may cross an assignment and go past the capacity: people decide that.
        demand(world, hasRoom(world, agent), () => `[D7.1] ${agent} is full and gets another`)
        feed(found.visitor, { type: 'chosen', agent })
        demand(world, states[found.visitor]?.phase !== 'waiting', () => `${found?.visitor} chosen and still waits`)
      }
    },
  }
}
