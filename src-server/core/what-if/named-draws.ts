// Randomness by name instead of by turn: the same visitor draws the same numbers whoever answers, so two ways of routing are
// compared on the same day (common random numbers).

export type NamedDraws = {
  /** In [0, 1): always the same for the same three. */
  fraction(stream: number, who: number, index: number): number
  /** A skewed time: half of all draws lie below `median`; `spread` is the deviation of its logarithm. */
  lognormal(stream: number, who: number, index: number, median: number, spread: number): number
}

/** The finalizer of MurmurHash3 over the mixed words. */
const mixed = (seed: number, stream: number, who: number, index: number): number => {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15) ^ Math.imul(who + 1, 0x27d4eb2f), 0x165667b1)
  hash = Math.imul(hash ^ (hash >>> 13) ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 16), 0xc2b2ae35)
  return (hash ^ (hash >>> 15)) >>> 0
}

export const createNamedDraws = (seed: number): NamedDraws => {
  const fraction = (stream: number, who: number, index: number): number =>
    mixed(seed, stream, who, index) / 0x1_0000_0000
  return {
    fraction,
    lognormal(stream, who, index, median, spread) {
      // Box and Muller; the second number comes from a neighbouring stream that nothing else uses.
      const radius = Math.sqrt(-2 * Math.log(1 - fraction(stream, who, index)))
      const normal = radius * Math.cos(2 * Math.PI * fraction(stream + 1000, who, index))
      return median * Math.exp(spread * normal)
    },
  }
}
