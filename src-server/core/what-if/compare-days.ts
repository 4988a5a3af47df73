// Two replays of one day side by side, whole and by group and colleague, with what really happened beside them.
import { EVERYONE, type AgentId, type AgentProfile, type GroupId } from '../../protocol/index.ts'
import type { DayFigures, WaitFigures, WhatIfReport } from '../../protocol/what-if-schemas.ts'
import type { RoutingSettings } from '../routing/routing-settings.ts'
import { quantile } from './day-sums.ts'
import type { DayRecord } from './day-record.ts'
import { replayDay, type Replayed, type ReplayedDay, type ReplayQuestion } from './replay-day.ts'

const MINUTE_MS = 60_000
/** Any number: every run of a what-if has the same luck. */
const SEED = 1

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** @param waits Infinity for who was never answered. */
const waitFigures = (waits: readonly number[]): WaitFigures => {
  const sorted = Float64Array.from(waits).sort()
  const answered = sorted.filter((waitMs) => Number.isFinite(waitMs))
  return {
    arrivals: sorted.length,
    answered: answered.length,
    medianMs: finite(quantile(sorted, 0.5)),
    p90Ms: finite(quantile(sorted, 0.9)),
    longestMs: answered.at(-1) ?? null,
    withinMinute: sorted.length === 0 ? 0 : sorted.filter((waitMs) => waitMs <= MINUTE_MS).length / sorted.length,
  }
}

const waitsOf = (arrivals: readonly Replayed[]): readonly number[] =>
  arrivals.filter(({ isOfDay, leftMessage }) => isOfDay && !leftMessage).map(({ waitMs }) => waitMs)

const dayFigures = ({ arrivals, fairness }: ReplayedDay): DayFigures => ({
  whole: waitFigures(waitsOf(arrivals)),
  messages: arrivals.filter(({ isOfDay, leftMessage }) => isOfDay && leftMessage).length,
  fairness,
})

const ofGroup = ({ arrivals }: ReplayedDay, group: GroupId): WaitFigures | null => {
  const waits = waitsOf(arrivals.filter((arrival) => arrival.group === group))
  return waits.length > 0 ? waitFigures(waits) : null
}

const groupNames = (...all: readonly RoutingSettings[]): ReadonlyMap<GroupId, string> =>
  new Map(all.flatMap(({ groups }) => [...groups.values()].map(({ id, name }) => [id, id === EVERYONE ? '' : name])))

export type Comparison = Omit<ReplayQuestion, 'settings' | 'seed'> & {
  readonly before: RoutingSettings
  readonly after: RoutingSettings
}

const reallyWaited = ({ arrivals }: DayRecord): readonly number[] =>
  arrivals.filter(({ isOfDay }) => isOfDay).map(({ at, answeredAt }) => (answeredAt ?? Infinity) - at)

const agentRows = (
  agents: readonly AgentProfile[],
  before: ReplayedDay,
  after: ReplayedDay,
): WhatIfReport['agents'] => {
  const countOf = ({ given }: ReplayedDay, id: AgentId): number => given.get(id) ?? 0
  return agents
    .map(({ id, name }) => ({ id, name, before: countOf(before, id), after: countOf(after, id) }))
    .filter((row) => row.before + row.after > 0)
    .toSorted((one, other) => other.before - one.before || one.id - other.id)
}

/** SPEC D8.7. */
export const compareDays = ({ before, after, ...question }: Comparison): Omit<WhatIfReport, 'tookMs'> => {
  const then = replayDay({ ...question, settings: before, seed: SEED })
  const now = before === after ? then : replayDay({ ...question, settings: after, seed: SEED })
  const groups = [...groupNames(before, after)]
    .map(([id, name]) => ({ id, name, before: ofGroup(then, id), after: ofGroup(now, id) }))
    .filter((row) => row.before !== null || row.after !== null)
  return {
    arrivals: question.record.arrivals.filter(({ isOfDay }) => isOfDay).length,
    before: dayFigures(then),
    after: dayFigures(now),
    really: waitFigures(reallyWaited(question.record)),
    groups,
    agents: agentRows(question.agents, then, now),
  }
}
