// Looks at a simulated day with other eyes than the desk's: brute force over the journal and the agents, sharing no index
// with what it checks.
import { limits, NO_AGENT, type AgentId } from '../../protocol/index.ts'
import { mayAsk } from '../../core/queue/care.ts'
import type { WaitingLine } from '../../core/queue/waiting-line.ts'
import { demand, hasRoom, idOf, isAble, ownerOf, type DayWorld } from './day-world.ts'

/** The promise is a second; looks twice as often as that see every breach of it. */
export const LOOK_EVERY_MS = 500
const LOOKS_PER_RECOUNT = 40
const PROMISED_MS = 1000
/** An order to the storage is done by then. */
const STUCK_MS = 10_000

export type DayWatch = {
  /** Somebody came; they are looked at until they are closed. */
  arrived(visitor: number): void
  /** The state that was stepped must be what the journal says. */
  stepped(visitor: number): void
  look(): void
  /** Everything, at the end. */
  rest(): void
  readonly hasWork: boolean
}

export const createDayWatch = (world: DayWorld, queues: WaitingLine['queues']): DayWatch => {
  /** The first `length` are open, or were at the last look. */
  const open = new Int32Array(world.owner.length)
  let length = 0
  /** Since when somebody has been there for those who wait. */
  const overlookedSince = new Map<number, number>()

  const isFor = (visitor: number, agent: number): boolean => {
    const state = world.states[visitor]
    if (state?.phase !== 'waiting') return false
    const groups = world.office.agents[agent]?.groups ?? []
    return state.claim.groups.some((group) => groups.includes(group)) && mayAsk(state.claim, agent as AgentId) !== 'no'
  }

  const freeAgents = (): number[] => {
    const free: number[] = []
    for (let agent = 1; agent < world.office.agents.length; agent += 1)
      if (isAble(world, agent) && hasRoom(world, agent)) free.push(agent)
    return free
  }

  const lookAtWaiting = (visitor: number, free: readonly number[]): void => {
    const overlooked = free.find((agent) => isFor(visitor, agent))
    if (overlooked === undefined) return void overlookedSince.delete(visitor)
    const since = overlookedSince.get(visitor) ?? world.now
    overlookedSince.set(visitor, since)
    demand(
      world,
      world.now - since < PROMISED_MS,
      () => `[D7] ${visitor} has waited beside ${overlooked}, who is free, for ${world.now - since} ms`,
    )
  }

  const lookAtPromised = (visitor: number, phase: 'offered' | 'going'): void => {
    overlookedSince.delete(visitor)
    const hangsMs = world.now - (world.promisedAt[visitor] ?? 0)
    const bound = phase === 'going' ? STUCK_MS : limits.defaultOfferMs + PROMISED_MS
    demand(world, hangsMs < bound, () => `[D7] ${visitor} hangs in ${phase} for ${hangsMs} ms`)
  }

  const stepped = (visitor: number): void => {
    const state = world.states[visitor]
    const believed = state?.phase === 'owned' ? state.agent : NO_AGENT
    demand(
      world,
      ownerOf(world, visitor) === believed,
      () => `[D7.1] ${visitor}: the journal says ${ownerOf(world, visitor)}, the desk ${JSON.stringify(state)}`,
    )
    const place = queues.place(idOf(visitor))
    const isInPlace = state?.phase === 'waiting' ? place?.queuedAt === state.claim.queuedAt : place === undefined
    demand(world, isInPlace, () => `[D7] ${visitor} is ${state?.phase} at ${JSON.stringify(place)}`)
  }

  let looks = 0

  /** From nothing: who has what. */
  const recount = (): void => {
    const loads = new Int32Array(world.load.length)
    for (const visitor of open.subarray(0, length)) {
      const owner = ownerOf(world, visitor)
      if (owner !== NO_AGENT) loads[owner] = (loads[owner] ?? 0) + 1
    }
    loads.forEach((load, agent) =>
      demand(
        world,
        load === world.load[agent],
        () => `[D7.1] agent ${agent} has ${load}, the desk counts ${world.load[agent]}`,
      ),
    )
  }

  const lookAtAll = (free: readonly number[]): void => {
    let kept = 0
    for (let index = 0; index < length; index += 1) {
      const visitor = open[index] ?? 0
      if (world.isClosed[visitor] === 1) {
        overlookedSince.delete(visitor)
        continue
      }
      open[kept++] = visitor
      if (world.owner[visitor] !== NO_AGENT) continue
      const phase = world.states[visitor]?.phase
      if (phase === 'waiting') lookAtWaiting(visitor, free)
      else if (phase === 'offered' || phase === 'going') lookAtPromised(visitor, phase)
    }
    length = kept
  }

  return {
    arrived(visitor) {
      open[length++] = visitor
    },
    stepped,
    get hasWork() {
      return queues.length > 0 || overlookedSince.size > 0
    },
    look() {
      looks += 1
      const isWhole = looks % LOOKS_PER_RECOUNT === 0
      const free = freeAgents()
      if (free.length === 0) overlookedSince.clear()
      // With nobody free nobody can be overlooked; the rest is looked at less often.
      if (free.length > 0 || isWhole) lookAtAll(free)
      if (isWhole) recount()
    },
    rest() {
      for (const visitor of open.subarray(0, length)) stepped(visitor)
      recount()
    },
  }
}
