// The office of a simulated day: groups with every kind of setting, agents of different speeds and habits, and who comes when.
import { EVERYONE, everyone, limits, type AgentId, type EpochMs, type GroupId } from '../../protocol/index.ts'
import type { Group } from '../../protocol/routing-schemas.ts'
import type { NamedDraws } from '../../core/what-if/named-draws.ts'
import { streams } from './day-streams.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE

/** A Monday, 00:00 in Berlin. */
export const DAY_START = Date.UTC(2026, 5, 7, 22) as EpochMs
export const DAY_END = (DAY_START + 24 * HOUR) as EpochMs

export const agentChanges = { come: 0, away: 1, online: 2, vanish: 3, back: 4, hang: 5, leave: 6 } as const

export type AgentChange = {
  readonly at: number
  readonly agent: number
  readonly change: number
  readonly forMs: number
}

export type DayAgent = {
  readonly capacity: number
  /** Multiplies how long a reply takes: 0.5 is twice as fast as the usual. */
  readonly slowness: number
  /** EVERYONE is one of them. */
  readonly groups: readonly GroupId[]
}

export type DayOffice = {
  readonly groups: Map<GroupId, Group>
  /** By agent id; index 0 is nobody. */
  readonly agents: readonly DayAgent[]
  readonly timetable: readonly AgentChange[]
}

const GROUPS = 12
const WORKDAY = { from: 8 * 60, to: 20 * 60 }

const createGroup = (number: number, agents: readonly DayAgent[]): Group => {
  const id = number as GroupId
  const members = agents.flatMap(({ groups }, agent) => (groups.includes(id) ? [agent as AgentId] : []))
  return {
    ...everyone,
    id,
    name: `group ${number}`,
    members,
    acceptance: number % 3 === 0 ? 'offer' : 'auto',
    offerMs: limits.defaultOfferMs,
    replyWithinMs: number % 3 === 1 ? 0 : 4 * MINUTE,
    // In a circle: 2, 4, 6 … 12, 2.
    overflow: number % 2 === 0 ? { afterMs: 90 * SECOND, to: ((number % GROUPS) + 2) as GroupId } : null,
    maxQueue: Math.max(4, Math.round(0.3 * agents.length)),
    hours:
      number === 1
        ? null
        : { timeZone: 'Europe/Berlin', week: Array.from({ length: 7 }, () => [WORKDAY]), exceptions: [] },
    autoClose: number % 4 === 0 ? null : { warnAfterMs: 5 * MINUTE, closeAfterMs: 2 * MINUTE },
  }
}

const createAgent = (id: number, draws: NamedDraws): DayAgent => {
  const groups = [EVERYONE, ((id % GROUPS) + 1) as GroupId]
  const second = (Math.floor(draws.fraction(streams.membership, id, 0) * GROUPS) + 1) as GroupId
  if (draws.fraction(streams.membership, id, 1) < 0.35 && !groups.includes(second)) groups.push(second)
  return {
    capacity: 2 + Math.floor(draws.fraction(streams.capacity, id, 0) * 4),
    slowness: draws.lognormal(streams.speed, id, 0, 1, 0.5),
    groups,
  }
}

/** A shift of eight hours with absences, crashes and moments of not looking; at its end away, then gone. */
const timetableOf = (agent: number, draws: NamedDraws): readonly AgentChange[] => {
  const changes: AgentChange[] = []
  const on = (at: number, change: number, forMs = 0): void => void changes.push({ at, agent, change, forMs })
  const begin = DAY_START + 7 * HOUR + draws.fraction(streams.shift, agent, 0) * 5 * HOUR
  const end = begin + 8 * HOUR
  const within = (stream: number, index: number): number => begin + draws.fraction(stream, agent, index) * 8 * HOUR
  on(begin, agentChanges.come)
  for (let index = 0; index < 4; index += 1) {
    const at = within(streams.absence, 2 * index)
    on(at, agentChanges.away)
    on(at + (2 + 20 * draws.fraction(streams.absence, agent, 2 * index + 1)) * MINUTE, agentChanges.online)
  }
  for (let index = 0; index < 3; index += 1) {
    if (draws.fraction(streams.crash, agent, 2 * index) < 0.5) continue
    const at = within(streams.crash, 2 * index + 1)
    on(at, agentChanges.vanish)
    on(at + draws.lognormal(streams.crash, agent, 100 + index, MINUTE, 1), agentChanges.back)
  }
  if (draws.fraction(streams.hang, agent, 0) < 0.4)
    on(within(streams.hang, 1), agentChanges.hang, (3 + 10 * draws.fraction(streams.hang, agent, 2)) * MINUTE)
  on(end, agentChanges.away)
  on(end + 30 * MINUTE, agentChanges.leave)
  return changes
}

export const createDayOffice = (agentCount: number, draws: NamedDraws): DayOffice => {
  const nobody: DayAgent = { capacity: 0, slowness: 1, groups: [] }
  const agents = [nobody, ...Array.from({ length: agentCount }, (_, index) => createAgent(index + 1, draws))]
  const groups = new Map<GroupId, Group>([
    [EVERYONE, { ...everyone, members: agents.slice(1).map((_, index) => (index + 1) as AgentId) }],
  ])
  for (let number = 1; number <= GROUPS; number += 1) groups.set(number as GroupId, createGroup(number, agents))
  const timetable = agents.slice(1).flatMap((_, index) => timetableOf(index + 1, draws))
  return { groups, agents, timetable }
}

/** Arrivals per hour of the day, in parts: a quiet night, two peaks. */
const SHAPE = [1, 1, 1, 1, 1, 1, 2, 6, 20, 44, 52, 44, 34, 38, 48, 48, 38, 26, 18, 12, 5, 3, 2, 1]
const SHAPE_SUM = SHAPE.reduce((sum, part) => sum + part, 0)

export type DayVisitors = {
  /** Ascending. Visitor v comes at arrivals[v - 1]. */
  readonly arrivals: Float64Array
  homeOf(visitor: number): GroupId
  priorityOf(visitor: number): number
}

export const createDayVisitors = (count: number, draws: NamedDraws): DayVisitors => {
  const arrivals = new Float64Array(count)
  for (let index = 0; index < count; index += 1) {
    let part = draws.fraction(streams.arrival, index, 0) * SHAPE_SUM
    let hour = 0
    while (part >= (SHAPE[hour] ?? part + 1)) part -= SHAPE[hour++] ?? 0
    arrivals[index] = DAY_START + (hour + part / (SHAPE[hour] ?? 1)) * HOUR
  }
  arrivals.sort()
  return {
    arrivals,
    homeOf: (visitor) => (Math.floor(draws.fraction(streams.group, visitor, 0) * GROUPS) + 1) as GroupId,
    priorityOf(visitor) {
      const drawn = draws.fraction(streams.priority, visitor, 0)
      return drawn < 0.02 ? 9 : drawn < 0.12 ? 5 : 0
    },
  }
}
