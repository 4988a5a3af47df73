// Finds one of many numbers by its rank without sorting them all (C. A. R. Hoare, Algorithm 65: FIND, CACM 4(7), 1961).

/**
 * The number that would stand at `rank` (0 is the smallest) if the list were sorted. Reorders the list: afterwards nothing
 * before `rank` is larger and nothing after it smaller. 0 for a rank that is not there. No NaN.
 */
export const nthSmallest = (values: Float64Array, rank: number): number => {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const pivot = values[(low + high) >>> 1] ?? 0
    let left = low
    let right = high
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1
      while ((values[right] ?? 0) > pivot) right -= 1
      if (left > right) break
      const moved = values[left] ?? 0
      values[left] = values[right] ?? 0
      values[right] = moved
      left += 1
      right -= 1
    }
    if (rank <= right) high = right
    else if (rank >= left) low = left
    else break
  }
  return values[rank] ?? 0
}

/** The middle one, of an even number the mean of the two; 0 of none. Reorders the list. */
export const medianOf = (values: Float64Array): number => {
  const middle = values.length >>> 1
  const upper = nthSmallest(values, middle)
  if (values.length % 2 === 1 || middle === 0) return upper
  let lower = values[0] ?? 0
  for (let index = 1; index < middle; index += 1) lower = Math.max(lower, values[index] ?? 0)
  return (lower + upper) / 2
}
