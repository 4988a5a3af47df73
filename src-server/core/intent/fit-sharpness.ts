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

/** Of one row, without making the probabilities of all its labels. */
const chanceOf = (scores: Float64Array, label: number, sharpness: number): number => {
  let top = Number.NEGATIVE_INFINITY
  for (let at = 0; at < scores.length; at += 1) top = Math.max(top, scores[at] ?? top)
  let sum = 0
  for (let at = 0; at < scores.length; at += 1) sum += Math.exp(sharpness * ((scores[at] ?? 0) - top))
  return Math.exp(sharpness * ((scores[label] ?? 0) - top)) / sum
}

const surpriseOf = (scores: Scores, labels: readonly number[], sharpness: number): number => {
  let sum = 0
  for (const [at, row] of scores.entries()) sum -= Math.log(chanceOf(row, labels[at] ?? 0, sharpness) + 1e-9)
  return sum
}

/** Golden section over the logarithm: the surprise has one valley. @param scores of each example without itself */
export const fitSharpness = function* (scores: Scores, labels: readonly number[]): Generator<undefined, number> {
  const golden = (Math.sqrt(5) - 1) / 2
  const surpriseAt = (log: number): number => surpriseOf(scores, labels, Math.exp(log))
  let [low, high] = [Math.log(LEAST), Math.log(MOST)]
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)]
  let [atLeft, atRight] = [surpriseAt(left), surpriseAt(right)]
  for (let round = 0; round < ROUNDS; round += 1) {
    // One of the two points serves the next round as well.
    if (atLeft < atRight) {
      ;[high, right, atRight] = [right, left, atLeft]
      left = high - golden * (high - low)
      atLeft = surpriseAt(left)
    } else {
      ;[low, left, atLeft] = [left, right, atRight]
      right = low + golden * (high - low)
      atRight = surpriseAt(right)
    }
    yield undefined
  }
  return Math.exp((low + high) / 2)
}
