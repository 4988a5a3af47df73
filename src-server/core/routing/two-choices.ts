// The last layer's choice: two drawn by weight, the better of the two taken, and every few decisions a fair turn.
import { limits } from '../../protocol/index.ts'
import type { Contender } from './contenders.ts'
import { longestIdle } from './least-share.ts'

/**
 * What one more conversation would be to the agent: (load + 1) ÷ (capacity × weight), weight being the agent's own times
 * their speed against the group's median. Less is better. 1 for who has no capacity at all.
 */
export const dynamicScore = (load: number, capacity: number, weight: number): number =>
  capacity * weight > 0 ? (load + 1) / (capacity * weight) : 1

/** Free places, counted at the agent's own pace. */
const pull = ({ load, capacity, weight }: Contender): number => (capacity - load) * weight

/** One of the list but `except`, each as likely as its pull is of the sum. The list's order is fixed. */
const draw = (list: readonly Contender[], fraction: number, except?: Contender): Contender | undefined => {
  let sum = 0
  for (const one of list) if (one !== except) sum += pull(one)
  let left = fraction * sum
  let last: Contender | undefined
  for (const one of list) {
    if (one === except) continue
    left -= pull(one)
    if (left < 0) return one
    last = one
  }
  // Rounding may leave a crumb of the sum.
  return last
}

const better = (left: Contender, right: Contender): Contender => {
  if (left.score !== right.score) return left.score < right.score ? left : right
  return longestIdle([left, right]) === left ? left : right
}

export type Draw = {
  readonly chosen: Contender
  readonly rule: 'fair_turn' | 'two_choices'
  /** Who was compared; everybody in a fair turn. */
  readonly drawn: readonly Contender[]
}

/**
 * The power of two choices: comparing two random ones, instead of taking one, brings the largest load from log n ÷ log log n
 * down to log log n, and unlike taking the best of all it does not send everybody to the same agent while figures are
 * stale (M. Mitzenmacher, The power of two choices in randomized load balancing, IEEE TPDS 12(10), 2001). For unequal
 * agents the bound holds when each is drawn in proportion to what they can carry and loads are compared in proportion to
 * it, the new one included (P. Berenbrink, A. Brinkmann, T. Friedetzky, L. Nagel, Balls into non-uniform bins, JPDC
 * 74(2), 2014). Counting latency × (load + 1) against capacity is Finagle's Peak EWMA, without the peak.
 *
 *   drawn with probability ∝ (capacity − load) × weight × speed, two different ones
 *   taken: the less of (load + 1) ÷ (capacity × weight × speed)
 *
 * One decision in limits.fairTurnEvery goes to who waited longest for work instead. Between two such turns of one agent
 * everybody else has at most one, so whoever is free gets 1 ÷ (fairTurnEvery × n) of n agents' conversations or more,
 * however slow their figures say they are; and figures nobody tests any more could never recover. (SPEC D7.13)
 *
 * @param able not empty, by rising agent id, all with room and weight. Asks for at most three fractions.
 */
export const drawTwo = (able: readonly Contender[], fraction: () => number): Draw | undefined => {
  const isFairTurn = fraction() * limits.fairTurnEvery < 1
  const patient = isFairTurn ? longestIdle(able) : undefined
  if (patient) return { chosen: patient, rule: 'fair_turn', drawn: able }
  const first = draw(able, fraction())
  if (!first) return undefined
  const second = draw(able, fraction(), first)
  if (!second) return { chosen: first, rule: 'two_choices', drawn: [first] }
  return { chosen: better(first, second), rule: 'two_choices', drawn: [first, second] }
}
