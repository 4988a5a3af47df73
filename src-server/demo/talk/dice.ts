// Chances as a story needs them, all from one source of fractions: the same source tells the same story.

export type Dice = {
  /** In [0, 1). */
  fraction(): number
  chance(probability: number): boolean
  /** Whole numbers, both ends included. */
  whole(from: number, to: number): number
  /** @throws for an empty list: there is nothing to tell then. */
  pick<T>(list: readonly T[]): T
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T
  /** Half of all lie below the median; a larger spread has a longer tail. */
  logNormal(median: number, spread: number): number
  /** How many of something rare happen when `mean` are expected. */
  poisson(mean: number): number
  bytes(count: number): Uint8Array
}

/** mulberry32: small, fast, and the same on every machine. Not for secrets. */
export const seededFraction = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

export const createDice = (fraction: () => number): Dice => {
  const whole = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1))

  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('there is nothing to pick from')
    return list[Math.floor(fraction() * list.length)] as T // within the list, which is not empty
  }

  /** Box and Muller's; 1 - fraction is never 0, of which there is no logarithm. */
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction())

  return {
    fraction,
    whole,
    pick,
    chance: (probability) => fraction() < probability,
    weighted(list) {
      let left = fraction() * list.reduce((sum, { weight }) => sum + weight, 0)
      return list.find(({ weight }) => (left -= weight) < 0) ?? pick(list)
    },
    logNormal: (median, spread) => median * Math.exp(spread * normal()),
    poisson(mean) {
      // Knuth's, good for the few dozen that a day brings.
      const limit = Math.exp(-mean)
      let product = fraction()
      let count = 0
      for (; product > limit; count += 1) product *= fraction()
      return count
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => Math.floor(fraction() * 256)),
  }
}
