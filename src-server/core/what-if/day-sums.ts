// What a day's waits and loads are summed up to.

/** R. Jain, D. Chiu, W. Hawe, "A quantitative measure of fairness and discrimination" (DEC TR-301, 1984): (Σx)² / (n Σx²). */
export const jainsIndex = (shares: readonly number[]): number => {
  const sum = shares.reduce((total, share) => total + share, 0)
  const squares = shares.reduce((total, share) => total + share * share, 0)
  return squares === 0 ? 1 : (sum * sum) / (shares.length * squares)
}

export const quantile = (sorted: Float64Array, part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN

/** Of nothing: 0. */
export const middleOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : quantile(Float64Array.from(values).sort(), 0.5)
