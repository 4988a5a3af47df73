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
import { nthSmallest } from './median.ts'
import { drawTwo, dynamicScore } from './two-choices.ts'

export type ChoiceRequest = {
  /** By rising agent id; their weights and scores are written. */
  readonly contenders: readonly Contender[]
  readonly layer: Exclude<RoutingLayer, 'manual'>
  /** Who helped the visitor last, if the group sends visitors back; NO_AGENT otherwise. */
  readonly returningTo: AgentId
  /** How fast each of them is against the median, in their order; asked in the last layer only. */
  readonly speeds: (agents: readonly Contender[]) => ArrayLike<number>
  readonly fraction: () => number
}

export type Choice = {
  readonly agent: AgentId
  readonly reason: Pick<AssignmentReason, 'layer' | 'rule' | 'candidates'>
}

const weigh = ({ contenders, layer, speeds }: ChoiceRequest): void => {
  if (layer !== 'weight') {
    for (const one of contenders) one.score = shareInUse(one.load, one.capacity, one.weight)
    return
  }
  const factors = speeds(contenders)
  contenders.forEach((one, index) => {
    one.weight *= factors[index] ?? 1
    one.score = dynamicScore(one.load, one.capacity, one.weight)
  })
}

type Picked = { readonly chosen: Contender; readonly rule: string; readonly drawn: readonly Contender[] }

const pickOf = (able: readonly Contender[], request: ChoiceRequest): Picked | undefined => {
  if (request.layer === 'weight') return drawTwo(able, request.fraction)
  const chosen = leastShare(able)
  return chosen && { chosen, rule: 'least_share', drawn: able }
}

type Row = AssignmentReason['candidates'][number]

const rowOf = ({ agent, load, capacity, score, weight }: Contender, no: PassedOver | undefined): Row =>
  no ? { agent, load, capacity, score, weight, no } : { agent, load, capacity, score, weight }

/** Scores are told apart to a millionth, and places in a list of limits.maxAgents by what is left of 53 bits. */
const SCORE_STEPS = 1e6
const PLACES = 4_096
const MAX_SCORE = Number.MAX_SAFE_INTEGER / SCORE_STEPS / PLACES - 1

/** The first of the list by score, of equals by id. Score and place as one number sort many times faster than objects. */
const firstByScore = (list: readonly Contender[], count: number): readonly Contender[] => {
  const keys = new Float64Array(list.length)
  for (let index = 0; index < list.length; index += 1)
    keys[index] = Math.round(Math.min(list[index]?.score ?? 0, MAX_SCORE) * SCORE_STEPS) * PLACES + index
  nthSmallest(keys, count)
  const first: Contender[] = []
  for (const key of keys.subarray(0, count).sort()) {
    const one = list[key % PLACES]
    if (one) first.push(one)
  }
  return first
}

/** The chosen first, then who could have had it, then the others; each by score. */
const explained = (
  all: readonly Contender[],
  chosen: Contender,
  whyNot: (one: Contender) => PassedOver | undefined,
): readonly Row[] => {
  const able: Contender[] = []
  const passed: Contender[] = []
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
  const { contenders } = request
  weigh(request)
  const free = contenders.filter(({ no }) => no === undefined)
  const known = free.find(({ agent }) => agent === request.returningTo)
  const speakers = free.filter(({ speaks }) => speaks)
  const able = speakers.length > 0 ? speakers : free
  const pick = known ? { chosen: known, rule: 'returning', drawn: free } : pickOf(able, request)
  if (!pick) return undefined
  const { drawn } = pick
  const areAllCompared = drawn === able || drawn === free
  const whyNot = (one: Contender): PassedOver | undefined => {
    if (one.no !== undefined) return one.no
    if (drawn !== free && able !== free && !one.speaks) return 'language'
    return areAllCompared || drawn.includes(one) ? undefined : 'not_drawn'
  }
  const candidates = explained(contenders, pick.chosen, whyNot)
  return { agent: pick.chosen.agent, reason: { layer: request.layer, rule: pick.rule, candidates } }
}
