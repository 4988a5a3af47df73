// The ways of choosing that are compared on the same day.
import { NO_AGENT, type AgentId, type EpochMs, type GroupId } from '../../protocol/index.ts'
import { chooseAgent } from '../../core/routing/choose-agent.ts'
import type { Contender } from '../../core/routing/contenders.ts'
import { createResponseTimes } from '../../core/routing/response-times.ts'
import type { DayWorld } from './day-world.ts'

export type DayChoice = {
  readonly group: GroupId
  /** Everyone there who may answer, the full ones too, by rising id. */
  readonly able: readonly AgentId[]
  /** Those of them who are free and may be asked. Never empty. */
  readonly asked: readonly AgentId[]
  readonly visitor: number
  readonly world: DayWorld
  readonly now: EpochMs
}

export type DayPolicy = {
  choose(choice: DayChoice): AgentId | undefined
  replied(agent: AgentId, kind: 'first' | 'later', tookMs: number, load: number, at: EpochMs): void
}

const heedless = (): void => undefined

/** Each in turn: the textbook way, and the one to beat. */
const createRoundRobin = (): DayPolicy => {
  const last = new Map<GroupId, AgentId>()
  return {
    choose({ group, asked }) {
      const before = last.get(group) ?? NO_AGENT
      const chosen = asked.find((agent) => agent > before) ?? asked[0]
      if (chosen !== undefined) last.set(group, chosen)
      return chosen
    },
    replied: heedless,
  }
}

/** The router's own choice: by the least share in use, or by dynamic weights learned from the day's replies. */
const createRouted =
  (layer: 'load' | 'weight') =>
  (fraction: () => number): DayPolicy => {
    const times = createResponseTimes()
    return {
      choose({ able, asked, world, now }) {
        const contenders = able.map((agent): Contender => {
          const load = (world.load[agent] ?? 0) + (world.promised[agent] ?? 0)
          const capacity = world.office.agents[agent]?.capacity ?? 0
          return {
            agent,
            load,
            capacity,
            lastAssignedAt: world.lastAssignedAt[agent] ?? 0,
            weight: 1,
            score: 0,
            speaks: true,
            no: load >= capacity ? 'full' : asked.includes(agent) ? undefined : 'declined',
          }
        })
        const speeds = (agents: readonly Contender[]): ArrayLike<number> => times.speeds(agents, now)
        return chooseAgent({ contenders, layer, returningTo: NO_AGENT, speeds, fraction })?.agent
      },
      replied: (agent, kind, tookMs, load, at) => times.record({ agent, kind, tookMs, load, at }),
    }
  }

export type DayPolicyName = 'round robin' | 'least share' | 'dynamic weights'

export const dayPolicies: Readonly<Record<DayPolicyName, (fraction: () => number) => DayPolicy>> = {
  'round robin': createRoundRobin,
  'least share': createRouted('load'),
  'dynamic weights': createRouted('weight'),
}
