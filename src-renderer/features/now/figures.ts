// What the page says beside the server's figures: sums, levels, orders, lines of its files. Pure.
import type { NowAgent, NowAnswer, NowQueue } from '#protocol/now-schemas.ts'
import type { ResponseTargets } from '#protocol/targets-schemas.ts'
import { clockLevel, targetOf, type ClockLevel } from '../../stores/response-clock.ts'
import type { Presence } from '../../stores/agent-load.ts'

export const presenceOf = ({ connected, status }: Pick<NowAgent, 'connected' | 'status'>): Presence =>
  connected ? status : 'offline'

export type AgentSums = Readonly<Record<Presence, number>> & { readonly free: number }

/** `free`: places of those who take conversations now. */
export function sumAgents(agents: readonly NowAgent[]): AgentSums {
  const sums = { online: 0, busy: 0, away: 0, offline: 0, free: 0 }
  for (const agent of agents) {
    const presence = presenceOf(agent)
    sums[presence] += 1
    if (presence === 'online') sums.free += Math.max(0, agent.capacity - agent.load)
  }
  return sums
}

/** How loud a queue's longest wait is, by the group's target for a first answer. */
export function queueLevel({ group, oldestWaitMs }: NowQueue, targets: ResponseTargets): ClockLevel {
  const { firstMs } = targetOf(targets, group)
  if (oldestWaitMs === null || firstMs === 0) return 'calm'
  return clockLevel({ isFirst: true, targetMs: firstMs, dueAt: firstMs }, oldestWaitMs)
}

const loudness: Readonly<Record<ClockLevel, number>> = { calm: 0, near: 1, past: 2 }

export function loudestOf(queues: readonly NowQueue[], targets: ResponseTargets): ClockLevel {
  let loudest: ClockLevel = 'calm'
  for (const queue of queues) {
    const level = queueLevel(queue, targets)
    if (loudness[level] > loudness[loudest]) loudest = level
  }
  return loudest
}

/** Null where nobody waits. */
export const longestWaitOf = ({ queues }: Pick<NowAnswer, 'queues'>): number | null =>
  queues.reduce<number | null>(
    (longest, { oldestWaitMs }) => (oldestWaitMs === null ? longest : Math.max(longest ?? 0, oldestWaitMs)),
    null,
  )

/**
 * Nothing moves under the hand: while it is `held`, rows stand as they stood and what is new comes last.
 * `before`: the keys as they were drawn.
 */
export function steadyRows<Row>(
  live: readonly Row[],
  keyOf: (row: Row) => number,
  before: readonly number[],
  isHeld: boolean,
): readonly Row[] {
  if (!isHeld) return live
  const rows = new Map(live.map((row) => [keyOf(row), row]))
  const kept = before.flatMap((key) => rows.get(key) ?? [])
  const drawn = new Set(before)
  return [...kept, ...live.filter((row) => !drawn.has(keyOf(row)))]
}

export type QueueColumn = 'group' | 'waiting' | 'left' | 'oldest'
export type AgentColumn = 'name' | 'status' | 'load'

const presences: Readonly<Record<Presence, number>> = { online: 0, busy: 1, away: 2, offline: 3 }
const shareOf = ({ load, capacity }: NowAgent): number => (capacity === 0 ? Number(load > 0) : load / capacity)

/** Ascending. Equals stand by name, so that they do not change places from second to second. */
export function compareQueues(
  column: QueueColumn,
  nameOf: (queue: NowQueue) => string,
  collator: Intl.Collator,
): (one: NowQueue, other: NowQueue) => number {
  const figure: Readonly<Record<QueueColumn, (queue: NowQueue) => number>> = {
    group: () => 0,
    waiting: ({ waiting }) => waiting,
    left: ({ left }) => left,
    oldest: ({ oldestWaitMs }) => oldestWaitMs ?? -1,
  }
  return (one, other) => figure[column](one) - figure[column](other) || collator.compare(nameOf(one), nameOf(other))
}

export function compareAgents(
  column: AgentColumn,
  collator: Intl.Collator,
): (one: NowAgent, other: NowAgent) => number {
  const figure: Readonly<Record<AgentColumn, (agent: NowAgent) => number>> = {
    name: () => 0,
    status: (agent) => presences[presenceOf(agent)],
    load: shareOf,
  }
  return (one, other) =>
    figure[column](one) - figure[column](other) || collator.compare(one.name, other.name) || one.id - other.id
}

/** How loud the median first response is, by everyone's target. */
export function medianLevel(medianMs: number | null, { everyone: { firstMs } }: ResponseTargets): ClockLevel {
  if (medianMs === null || firstMs === 0 || medianMs <= firstMs / 2) return 'calm'
  return medianMs <= firstMs ? 'near' : 'past'
}
