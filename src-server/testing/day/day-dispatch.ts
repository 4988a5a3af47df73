// Finds somebody for those who wait, as the dispatcher does: in the queues' order, among those who are free.
import { EVERYONE, type AgentId, type GroupId } from '../../protocol/index.ts'
import { mayAsk } from '../../core/queue/care.ts'
import type { Claim } from '../../core/queue/care-state.ts'
import type { WaitingLine } from '../../core/queue/waiting-line.ts'
import type { DayPolicy } from './day-policies.ts'
import { hasRoom, isAble, type DayWorld } from './day-world.ts'

export type DayDispatch = {
  /** After anything that may have made the agent free, or not free. */
  agentChanged(agent: number): void
  isSomebodyFreeIn(group: GroupId): boolean
  /** The next who waits and whom they go to. */
  next(): { readonly visitor: number; readonly agent: AgentId } | undefined
}

export const createDayDispatch = (world: DayWorld, queues: WaitingLine['queues'], policy: DayPolicy): DayDispatch => {
  const { office, states } = world
  const wasFree = new Uint8Array(office.agents.length)
  const freeIn = new Int32Array(1 + Math.max(...office.groups.keys()))
  /** Marks whom this question has met already. */
  const met = new Int32Array(office.agents.length)
  let question = 0

  const isSomebodyFreeIn = (group: GroupId): boolean => (freeIn[group] ?? 0) > 0

  /** Able colleagues of all groups that may answer, each once, by rising id where it is one group. */
  const colleagues = (groups: readonly GroupId[]): AgentId[] => {
    question += 1
    const found: AgentId[] = []
    for (const group of groups)
      for (const agent of office.groups.get(group)?.members ?? []) {
        if (met[agent] === question || !isAble(world, agent)) continue
        met[agent] = question
        found.push(agent)
      }
    return groups.length > 1 ? found.sort((left, right) => left - right) : found
  }

  const choose = ({ groups, ...claim }: Claim, visitor: number): AgentId | undefined => {
    const able = colleagues(groups)
    const free = able.filter((agent) => hasRoom(world, agent))
    const nobodyAsked = claim.declinedBy.length === 0 && claim.passedBy.length === 0
    const first = nobodyAsked ? free : free.filter((agent) => mayAsk({ groups, ...claim }, agent) === 'yes')
    const asked = first.length > 0 ? first : free.filter((agent) => mayAsk({ groups, ...claim }, agent) === 'again')
    if (asked.length === 0) return undefined
    return policy.choose({ group: groups[0] ?? EVERYONE, able, asked, visitor, world, now: world.now })
  }

  return {
    isSomebodyFreeIn,
    agentChanged(agent) {
      const isFree = isAble(world, agent) && hasRoom(world, agent)
      if (isFree === (wasFree[agent] === 1)) return
      wasFree[agent] = isFree ? 1 : 0
      for (const group of office.agents[agent]?.groups ?? []) freeIn[group] = (freeIn[group] ?? 0) + (isFree ? 1 : -1)
    },
    next() {
      if (queues.length === 0 || !isSomebodyFreeIn(EVERYONE)) return undefined
      for (const { id } of queues.inOrder(isSomebodyFreeIn)) {
        const state = states[id]
        const agent = state?.phase === 'waiting' ? choose(state.claim, id) : undefined
        if (agent !== undefined) return { visitor: id, agent }
      }
      return undefined
    },
  }
}
