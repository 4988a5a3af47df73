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
  let index = 0
  for (const one of contenders) {
    one.weight *= factors[index] ?? 1
    one.score = dynamicScore(one.load, one.capacity, one.weight)
    index += 1
  }
}

type Picked = { readonly chosen: Contender; readonly rule: string; readonly drawn: readonly Contender[] }

const pickOf = (able: readonly Contender[], request: ChoiceRequest): Picked | undefined => {
  if (request.layer === 'weight') return drawTwo(able, request.fraction)
  const chosen = leastShare(able)
  return chosen && { chosen, rule: 'least_share', drawn: able }
}

type Row = AssignmentReason['candidates'][number]
type WhyNot = (one: Contender) => PassedOver | undefined

const rowOf = ({ agent, load, capacity, score, weight }: Contender, no: PassedOver | undefined): Row =>
  no ? { agent, load, capacity, score, weight, no } : { agent, load, capacity, score, weight }

/** Of a row's 53 bits the first tells who was passed over, 40 the score to a millionth, 12 the place in the list. */
const PLACES = 2 ** 12
const SCORE_STEPS = 1e6
const MAX_SCORE_STEPS = 2 ** 40 - 1
const PASSED_OVER = 2 ** 52

/**
 * The chosen first, then who could have had it, then the others; each by score, of equals by id. Rank, score and place in
 * one number, because numbers sort many times faster than five hundred objects.
 */
const explained = (all: readonly Contender[], chosen: Contender, whyNot: WhyNot): readonly Row[] => {
  const keys = new Float64Array(all.length - 1)
  let count = 0
  for (let index = 0; index < all.length; index += 1) {
    const one = all[index]
    if (!one || one === chosen) continue
    const steps = Math.min(Math.round(one.score * SCORE_STEPS), MAX_SCORE_STEPS)
    keys[count] = (whyNot(one) === undefined ? 0 : PASSED_OVER) + steps * PLACES + index
    count += 1
  }
  const places = limits.maxReasonCandidates - 1
  nthSmallest(keys, places)
  const rows = [rowOf(chosen, undefined)]
  for (const key of keys.subarray(0, places).sort()) {
    const one = all[key % PLACES]
    if (one) rows.push(rowOf(one, whyNot(one)))
  }
  return rows
}

/**
 * A visitor who returns goes to whom they know, if that one is free: nobody waits for somebody who is not. Else those who
 * speak the visitor's language come before the others; with none of them free, anybody who is. (SPEC D7.2, D7.11, D7.15,
 * D8.1)
 * @returns undefined when nobody is free: the conversation waits.
 */
export const chooseAgent = (request: ChoiceRequest): Choice | undefined => {
  const { contenders } = request
  const free = contenders.filter(({ no }) => no === undefined)
  if (free.length === 0) return undefined
  weigh(request)
  const known = free.find(({ agent }) => agent === request.returningTo)
  const speakers = free.filter(({ speaks }) => speaks)
  const able = speakers.length > 0 ? speakers : free
  const pick = known ? { chosen: known, rule: 'returning', drawn: free } : pickOf(able, request)
  if (!pick) return undefined
  const { drawn } = pick
  const areAllCompared = drawn === able || drawn === free
  const whyNot: WhyNot = (one) => {
    if (one.no !== undefined) return one.no
    if (drawn !== free && able !== free && !one.speaks) return 'language'
    return areAllCompared || drawn.includes(one) ? undefined : 'not_drawn'
  }
  const candidates = explained(contenders, pick.chosen, whyNot)
  return { agent: pick.chosen.agent, reason: { layer: request.layer, rule: pick.rule, candidates } }
}
