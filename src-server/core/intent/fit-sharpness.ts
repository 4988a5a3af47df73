// From scores to probabilities: one factor for all of them (temperature, Guo et al. 2017), the one that makes the labels of unseen
// examples likeliest.
import type { Scores } from './kernel-ridge.ts'

const LEAST = 2
const MOST = 60
const ROUNDS = 18

/** @param except a label that is left out: probability 0 */
export const softmax = (scores: Float64Array, sharpness: number, except = -1): Float64Array => {
  let top = Number.NEGATIVE_INFINITY
  for (let label = 0; label < scores.length; label += 1) if (label !== except) top = Math.max(top, scores[label] ?? top)
  let sum = 0
  const odds = scores.map((score, label) => {
    const value = label === except ? 0 : Math.exp(sharpness * (score - top))
    sum += value
    return value
  })
  return odds.map((value) => value / (sum || 1))
}

const surpriseOf = (scores: Scores, labels: readonly number[], sharpness: number): number => {
  let sum = 0
  for (const [at, row] of scores.entries()) sum -= Math.log((softmax(row, sharpness)[labels[at] ?? 0] ?? 0) + 1e-9)
  return sum
}

/** Golden section over the logarithm: the surprise has one valley. @param scores of each example without itself */
export const fitSharpness = function* (scores: Scores, labels: readonly number[]): Generator<undefined, number> {
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [Math.log(LEAST), Math.log(MOST)]
  for (let round = 0; round < ROUNDS; round += 1) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)]
    const isLeft = surpriseOf(scores, labels, Math.exp(left)) < surpriseOf(scores, labels, Math.exp(right))
    if (isLeft) high = right
    else low = left
    yield undefined
  }
  return Math.exp((low + high) / 2)
}
