// Where something stands in a sorted row. For rows that stay sorted while people come and go.

/** Index of the first in `sorted` that does not come before `wanted`: where it stands, or would be put in. By halving. */
export const placeInOrder = <T>(sorted: readonly T[], wanted: T, isBefore: (left: T, right: T) => boolean): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = sorted[middle]
    if (there !== undefined && isBefore(there, wanted)) low = middle + 1
    else high = middle
  }
  return low
}
