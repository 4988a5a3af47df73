// Who of the contenders gets it. Two rules: the least share for conversations that a tag, an intent or a person placed, two
// weighted choices for the rest; and before both, the colleague whom a returning visitor knows. Every answer explains itself.
import {
  limits,
  type AgentId,
  type AssignmentReason,
  type PassedOver,
  type RoutingLayer,
} from '../../protocol/index.ts'
import type { Contender } from './contenders.ts'
import { leastShare, shareInUse } from './least-share.ts'
import { drawTwo, dynamicScore, type Weighed } from './two-choices.ts'

export type ChoiceRequest = {
  /** By rising agent id. */
  readonly contenders: readonly Contender[]
  readonly layer: Exclude<RoutingLayer, 'manual'>
  /** Who helped the visitor last, if the group sends visitors back; NO_AGENT otherwise. */
  readonly returningTo: AgentId
  /** How fast each of them is against the median, in their order; asked in the last layer only. */
  readonly speeds: (agents: readonly AgentId[]) => ArrayLike<number>
  readonly fraction: () => number
}

export type Choice = {
  readonly agent: AgentId
  readonly reason: Pick<AssignmentReason, 'layer' | 'rule' | 'candidates'>
}

/** Field by field: a spread of five hundred takes longer than everything else here. */
const weighed = (one: Contender, weight: number, score: number): Weighed => ({
  agent: one.agent,
  load: one.load,
  capacity: one.capacity,
  lastAssignedAt: one.lastAssignedAt,
  weight,
  speaks: one.speaks,
  no: one.no,
  score,
})

const weigh = ({ contenders, layer, speeds }: ChoiceRequest): readonly Weighed[] => {
  if (layer !== 'weight')
    return contenders.map((one) => weighed(one, one.weight, shareInUse(one.load, one.capacity, one.weight)))
  const factors = speeds(contenders.map(({ agent }) => agent))
  return contenders.map((one, index) => {
    const weight = one.weight * (factors[index] ?? 1)
    return weighed(one, weight, dynamicScore(one.load, one.capacity, weight))
  })
}

type Picked = { readonly chosen: Weighed; readonly rule: string; readonly drawn: readonly Weighed[] }

const pickOf = (able: readonly Weighed[], request: ChoiceRequest): Picked | undefined => {
  if (request.layer === 'weight') return drawTwo(able, request.fraction)
  const chosen = leastShare(able)
  return chosen && { chosen, rule: 'least_share', drawn: able }
}

type Row = AssignmentReason['candidates'][number]

const rowOf = ({ agent, load, capacity, score, weight }: Weighed, no: PassedOver | undefined): Row =>
  no ? { agent, load, capacity, score, weight, no } : { agent, load, capacity, score, weight }

const byScore = (left: Weighed, right: Weighed): number => left.score - right.score || left.agent - right.agent

/** The first of the list by score, sorted. Finding where they end in plain numbers spares sorting all of them. */
const firstByScore = (list: readonly Weighed[], count: number): readonly Weighed[] => {
  if (count <= 0) return []
  if (list.length <= count) return list.toSorted(byScore)
  const scores = new Float64Array(list.length)
  for (let index = 0; index < list.length; index += 1) scores[index] = list[index]?.score ?? 0
  const last = scores.sort()[count - 1] ?? 0
  return list
    .filter(({ score }) => score <= last)
    .sort(byScore)
    .slice(0, count)
}

/** The chosen first, then who could have had it, then the others; each by score. */
const explained = (
  all: readonly Weighed[],
  chosen: Weighed,
  whyNot: (one: Weighed) => PassedOver | undefined,
): readonly Row[] => {
  const able: Weighed[] = []
  const passed: Weighed[] = []
  for (const one of all) if (one !== chosen) (whyNot(one) === undefined ? able : passed).push(one)
  const places = limits.maxReasonCandidates - 1
  const first = firstByScore(able, places)
  const then = firstByScore(passed, places - first.length)
  return [
    rowOf(chosen, undefined),
    ...first.map((one) => rowOf(one, undefined)),
    ...then.map((one) => rowOf(one, whyNot(one))),
  ]
}

/**
 * A visitor who returns goes to whom they know, if that one is free: nobody waits for somebody who is not. Else those who
 * speak the visitor's language come before the others; with none of them free, anybody who is. (SPEC D7.2, D7.11, D7.15,
 * D8.1)
 * @returns undefined when nobody is free: the conversation waits.
 */
export const chooseAgent = (request: ChoiceRequest): Choice | undefined => {
  if (request.contenders.every(({ no }) => no !== undefined)) return undefined
  const all = weigh(request)
  const free = all.filter(({ no }) => no === undefined)
  const known = free.find(({ agent }) => agent === request.returningTo)
  const speakers = free.filter(({ speaks }) => speaks)
  const able = speakers.length > 0 ? speakers : free
  const pick = known ? { chosen: known, rule: 'returning', drawn: free } : pickOf(able, request)
  if (!pick) return undefined
  const { drawn } = pick
  const areAllCompared = drawn === able || drawn === free
  const whyNot = (one: Weighed): PassedOver | undefined => {
    if (one.no !== undefined) return one.no
    if (drawn !== free && able !== free && !one.speaks) return 'language'
    return areAllCompared || drawn.includes(one) ? undefined : 'not_drawn'
  }
  const candidates = explained(all, pick.chosen, whyNot)
  return { agent: pick.chosen.agent, reason: { layer: request.layer, rule: pick.rule, candidates } }
}
