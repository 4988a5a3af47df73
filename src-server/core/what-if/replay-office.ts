// The colleagues of a replayed day: who is there, who has how much, and how fast each is against whoever really answered.
import { NO_AGENT, type AgentId, type AgentProfile, type EpochMs } from '../../protocol/index.ts'
import type { Candidate } from '../../ports/router.ts'
import type { DayRecord } from './day-record.ts'

export type ReplayOffice = {
  /** Every active agent as the router wants them: made again only after something changed. */
  candidates(): readonly Candidate[]
  readonly hasRoom: boolean
  come(agent: AgentId, now: number): void
  leave(agent: AgentId, now: number): void
  /** `isCounted`: among those that each was given. */
  give(agent: AgentId, now: number, isCounted: boolean): void
  /** `now`: when it ended. */
  end(agent: AgentId, now: number): void
  /** How much longer a reply takes than the one that was measured. */
  slowness(agent: AgentId, measuredWith: AgentId): number
  /** How many each was given, and what part of their capacity was in use while they were there. */
  readonly given: ReadonlyMap<AgentId, number>
  shares(until: number): readonly number[]
}

type Colleague = {
  readonly id: AgentId
  readonly capacity: number
  load: number
  isThere: boolean
  lastAssignedAt: EpochMs
  usedMs: number
  thereMs: number
  countedAt: number
}

export const createReplayOffice = (parts: {
  readonly agents: readonly AgentProfile[]
  readonly times: DayRecord['times']
  /** Speeds are those of this moment, for the whole day. */
  readonly asOf: number
  /** Busy time counts from here on. */
  readonly from: number
}): ReplayOffice => {
  const { agents, times, asOf, from } = parts
  const known = new Map<AgentId, Colleague>()
  const active = agents.filter((agent) => agent.active)
  for (const { id, capacity } of active)
    known.set(id, {
      id,
      capacity,
      load: 0,
      isThere: false,
      lastAssignedAt: 0 as EpochMs,
      usedMs: 0,
      thereMs: 0,
      countedAt: from,
    })
  const given = new Map<AgentId, number>()
  const all = agents.map(({ id }) => ({ agent: id }))
  const speeds = times.speeds(all, asOf as EpochMs)
  const speedOf = new Map(all.map(({ agent }, index) => [agent, speeds[index] ?? 1]))
  let list: readonly Candidate[] | undefined

  const count = (one: Colleague, now: number): void => {
    const passedMs = Math.max(0, now - one.countedAt)
    one.countedAt = Math.max(now, one.countedAt)
    if (!one.isThere && one.load === 0) return
    one.thereMs += passedMs
    one.usedMs += passedMs * Math.min(1, one.load / Math.max(1, one.capacity))
  }
  const change = (agent: AgentId, now: number, by: (one: Colleague) => void): void => {
    const one = known.get(agent)
    if (!one) return
    count(one, now)
    by(one)
    list = undefined
  }

  return {
    candidates() {
      list ??= Array.from(known.values(), ({ id, load, capacity, lastAssignedAt, isThere }): Candidate => {
        const candidate = { agent: id, load, capacity, lastAssignedAt }
        return isThere ? candidate : { ...candidate, no: 'offline' }
      })
      return list
    },
    get hasRoom() {
      for (const { isThere, load, capacity } of known.values()) if (isThere && load < capacity) return true
      return false
    },
    come: (agent, now) => change(agent, now, (one) => void (one.isThere = true)),
    leave: (agent, now) => change(agent, now, (one) => void (one.isThere = false)),
    give(agent, now, isCounted) {
      if (isCounted) given.set(agent, (given.get(agent) ?? 0) + 1)
      change(agent, now, (one) => {
        one.load += 1
        one.lastAssignedAt = now as EpochMs
      })
    },
    end: (agent, now) => change(agent, now, (one) => void (one.load -= 1)),
    slowness(agent, measuredWith) {
      const base = measuredWith === NO_AGENT ? 1 : (speedOf.get(measuredWith) ?? 1)
      return base / (speedOf.get(agent) ?? 1)
    },
    given,
    shares(until) {
      for (const one of known.values()) count(one, until)
      return Array.from(known.values(), ({ usedMs, thereMs }) => usedMs / thereMs).filter((share) =>
        Number.isFinite(share),
      )
    },
  }
}
