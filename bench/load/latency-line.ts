// One line of a table of latencies.

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(2).padStart(7)

/** @param times milliseconds */
export const latencyLine = (name: string, times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b)
  const row = `p50 ${at(sorted, 0.5)}  p90 ${at(sorted, 0.9)}  p99 ${at(sorted, 0.99)}  max ${at(sorted, 1)} ms`
  return `${name.padEnd(34)} ${row}  (${times.length})`
}
