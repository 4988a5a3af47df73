// Kernel ridge regression on one-hot labels, with what it would have said about each example had it never seen that example, or any
// of its intent, in closed form: nothing is trained twice.
// Sources: Rifkin, Yeo, Poggio 2003 (regularised least-squares classification); the held-out value of a fold B is
// y_B - (K^-1_BB)^-1 alpha_B (Rasmussen, Williams 2006, 5.4.2; An, Liu, Venkatesh 2007 for folds).
import { invertMatrix, type Matrix } from './invert-matrix.ts'
import type { Similarities } from './similarity-view.ts'

/** Sharpness of the kernel exp(sharpness × (cosine - 1)). */
export type KernelShape = { readonly sharpness: number; readonly ridge: number }

/** One row per example, one column per intent. */
export type Scores = readonly Float64Array[]

export type KernelRidge = {
  /** Towards 1 for an intent it is sure of, 0 for the others, about 0 for all when nothing is alike. */
  score(alike: Similarities): Float64Array
  /** Each example as if it were not among the examples. */
  readonly withoutExample: Scores
  /** Each example as if its intent had no examples at all. */
  readonly withoutIntent: Scores
}

const nothing = new Float64Array(0)
const kernelOf = ({ sharpness }: KernelShape, alike: Similarities): Float32Array => {
  const kernel = new Float32Array(alike.length)
  for (let at = 0; at < kernel.length; at += 1) kernel[at] = Math.exp(sharpness * ((alike[at] ?? 0) - 1))
  return kernel
}

/** Inverse times the one-hot labels: only sums. */
const coefficients = (inverse: Matrix, labels: readonly number[], classes: number): Scores =>
  inverse.map((row) => {
    const sums = new Float64Array(classes)
    for (const [example, label] of labels.entries()) sums[label] = (sums[label] ?? 0) + (row[example] ?? 0)
    return sums
  })

const subtract = (alpha: Float64Array, scale: number): Float64Array => alpha.map((value) => -value / scale)

/** Answers of the fold `members` from the others alone. */
function* heldOut(inverse: Matrix, alpha: Scores, members: readonly number[]): Generator<undefined, Scores> {
  const block = members.map((row) => Float32Array.from(members, (column) => inverse[row]?.[column] ?? 0))
  const inverted = yield* invertMatrix(block)
  return inverted.map((row) => {
    const sums = new Float64Array(alpha[0]?.length ?? 0)
    for (const [at, member] of members.entries()) {
      const weights = alpha[member] ?? nothing
      for (let label = 0; label < sums.length; label += 1)
        sums[label] = (sums[label] ?? 0) - (row[at] ?? 0) * (weights[label] ?? 0)
    }
    return sums
  })
}

/** @param alike cosine of each example to every example */
export const trainKernelRidge = function* (
  alike: readonly Similarities[],
  labels: readonly number[],
  classes: number,
  shape: KernelShape,
): Generator<undefined, KernelRidge> {
  const kernel = alike.map((row) => kernelOf(shape, row))
  for (const [at, row] of kernel.entries()) row[at] = 1 + shape.ridge
  const inverse = yield* invertMatrix(kernel)
  const alpha = coefficients(inverse, labels, classes)
  const withoutExample = alpha.map((row, at) => {
    const score = subtract(row, inverse[at]?.[at] ?? 1)
    const label = labels[at] ?? 0
    score[label] = (score[label] ?? 0) + 1
    return score
  })
  const withoutIntent: Float64Array[] = []
  for (let label = 0; label < classes; label += 1) {
    const members = labels.flatMap((one, at) => (one === label ? [at] : []))
    const answers = yield* heldOut(inverse, alpha, members)
    for (const [at, member] of members.entries()) withoutIntent[member] = answers[at] ?? nothing
    yield undefined
  }
  const score = (asked: Similarities): Float64Array => {
    const sums = new Float64Array(classes)
    const weights = kernelOf(shape, asked)
    for (let example = 0; example < alpha.length; example += 1) {
      const row = alpha[example] ?? nothing
      const weight = weights[example] ?? 0
      for (let label = 0; label < classes; label += 1) sums[label] = (sums[label] ?? 0) + weight * (row[label] ?? 0)
    }
    return sums
  }
  return { score, withoutExample, withoutIntent }
}
