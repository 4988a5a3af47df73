// What is true in a simulated day, apart from what the desk under test believes: who is there, and the journal's owners.
import { NO_AGENT, type AgentId, type ConversationId, type EpochMs } from '../../protocol/index.ts'
import type { CareState } from '../../core/queue/care-state.ts'
import type { NamedDraws } from '../../core/what-if/named-draws.ts'
import { createTimeEvents, type TimeEvents } from '../../core/what-if/time-events.ts'
import { DAY_START, type DayOffice, type DayVisitors } from './day-office.ts'

export const dayEvents = {
  change: 1,
  commitAssign: 2,
  commitRelease: 3,
  commitMove: 4,
  commitTransfer: 5,
  commitClose: 6,
  abandon: 7,
  reply: 8,
  visitorWrites: 9,
  offerAnswer: 10,
  look: 11,
} as const

export type DayWorld = {
  now: EpochMs
  readonly draws: NamedDraws
  readonly office: DayOffice
  readonly visitors: DayVisitors
  readonly events: TimeEvents
  /** The journal: whose each conversation is, and whether it is over. A visitor's conversation has the visitor's number. */
  readonly owner: Int32Array
  readonly isClosed: Uint8Array
  /** What the desk believes. */
  readonly states: (CareState | undefined)[]
  /** Whom it is offered to or on its way to. */
  readonly promisedTo: Int32Array
  readonly promisedAt: Float64Array
  /** Who found the door closed or the queue full. */
  readonly leftMessage: Uint8Array
  readonly firstReplyAt: Float64Array
  readonly exchanges: Uint8Array
  /** Goes up whenever a reply that was being written no longer counts. */
  readonly turns: Int32Array
  readonly load: Int32Array
  readonly promised: Int32Array
  readonly lastAssignedAt: Float64Array
  readonly absences: Int32Array
  readonly isThere: Uint8Array
  readonly looksAwayUntil: Float64Array
  readonly holds: readonly Set<number>[]
  readonly counts: Map<string, number>
}

export const createDayWorld = (office: DayOffice, visitors: DayVisitors, draws: NamedDraws): DayWorld => {
  const conversations = visitors.arrivals.length + 1
  const agents = office.agents.length
  return {
    now: DAY_START,
    draws,
    office,
    visitors,
    events: createTimeEvents(),
    owner: new Int32Array(conversations),
    isClosed: new Uint8Array(conversations),
    states: Array.from({ length: conversations }),
    promisedTo: new Int32Array(conversations),
    promisedAt: new Float64Array(conversations),
    leftMessage: new Uint8Array(conversations),
    firstReplyAt: new Float64Array(conversations),
    exchanges: new Uint8Array(conversations),
    turns: new Int32Array(conversations),
    load: new Int32Array(agents),
    promised: new Int32Array(agents),
    lastAssignedAt: new Float64Array(agents),
    absences: new Int32Array(agents),
    isThere: new Uint8Array(agents),
    looksAwayUntil: new Float64Array(agents),
    holds: office.agents.map(() => new Set<number>()),
    counts: new Map(),
  }
}

export const count = (world: DayWorld, what: string): void =>
  void world.counts.set(what, (world.counts.get(what) ?? 0) + 1)

/** Active, connected and `online`. */
export const isAble = (world: DayWorld, agent: number): boolean =>
  world.isThere[agent] === 1 && world.absences[agent] === 0

export const hasRoom = (world: DayWorld, agent: number): boolean =>
  (world.load[agent] ?? 0) + (world.promised[agent] ?? 0) < (world.office.agents[agent]?.capacity ?? 0)

export const ownerOf = (world: DayWorld, visitor: number): AgentId => (world.owner[visitor] ?? NO_AGENT) as AgentId

export const idOf = (visitor: number): ConversationId => visitor as ConversationId

/** A promise that broke, with everything needed to see it again. */
export class BrokenPromise extends Error {
  override name = 'BrokenPromise'
}

export const demand = (world: DayWorld, holds: boolean, promise: () => string): void => {
  if (!holds) throw new BrokenPromise(`${((world.now - DAY_START) / 1000).toFixed(1)} s into the day: ${promise()}`)
}
