// From signs of being right to the probability of being right: logistic regression by Newton's method, held near a prior.

export type ConfidenceSample = { readonly signs: readonly number[]; readonly isRight: boolean; readonly weight: number }
/** Offset first, then one number per sign. */
export type ConfidenceWeights = readonly number[]

const ROUNDS = 25
/** As many examples' worth of doubt in what the examples say. */
const PRIOR_STRENGTH = 1

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value))

const withOffset = (signs: readonly number[]): readonly number[] => [1, ...signs]

export const confidenceOf = (weights: ConfidenceWeights, signs: readonly number[]): number =>
  sigmoid(withOffset(signs).reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), 0))

/** Gauss's elimination with pivots; the few signs make a tiny matrix. */
const solve = (matrix: readonly number[][], right: readonly number[]): readonly number[] => {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  const size = rows.length
  for (let column = 0; column < size; column += 1) {
    const below = rows.slice(column).toSorted((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0))
    rows.splice(column, size - column, ...below)
    const pivot = rows[column] ?? []
    for (const [at, row] of rows.entries()) {
      if (at === column) continue
      const factor = (row[column] ?? 0) / (pivot[column] || 1e-12)
      for (let cell = column; cell <= size; cell += 1) row[cell] = (row[cell] ?? 0) - factor * (pivot[cell] ?? 0)
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] || 1e-12))
}

export const fitConfidence = (samples: readonly ConfidenceSample[], prior: ConfidenceWeights): ConfidenceWeights => {
  let weights = prior
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient: number[] = weights.map((weight, at) => PRIOR_STRENGTH * ((prior[at] ?? 0) - weight))
    const curvature = weights.map((_, at) => weights.map((__, other): number => (at === other ? PRIOR_STRENGTH : 0)))
    for (const { signs, isRight, weight } of samples) {
      const row = withOffset(signs)
      const chance = confidenceOf(weights, signs)
      const slope = weight * ((isRight ? 1 : 0) - chance)
      const bend = weight * chance * (1 - chance)
      for (const [at, sign] of row.entries()) {
        gradient[at] = (gradient[at] ?? 0) + slope * sign
        const target = curvature[at]
        if (target)
          for (const [other, value] of row.entries()) target[other] = (target[other] ?? 0) + bend * sign * value
      }
    }
    const step = solve(curvature, gradient)
    const length = Math.hypot(...step)
    // Far from the answer a full step overshoots.
    const scale = length > 5 ? 5 / length : 1
    weights = weights.map((weight, at) => weight + scale * (step[at] ?? 0))
    if (length < 1e-4) break
  }
  return weights
}
