// Randomness that a seed repeats exactly (mulberry32): a failing run is replayed from its printed seed.
import type { Random } from '../ports/random.ts'

export type SeededRandom = Random & {
  readonly seed: number
  /** In [0, below). */
  integer(below: number): number
  chance(probability: number): boolean
  /** @returns undefined only for an empty list. */
  pick<T>(list: readonly T[]): T | undefined
}

export const createSeededRandom = (seed: number): SeededRandom => {
  let state = seed >>> 0
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  const integer = (below: number): number => Math.floor(fraction() * below)
  return {
    seed,
    fraction,
    integer,
    bytes: (count) => Uint8Array.from({ length: count }, () => integer(256)),
    chance: (probability) => fraction() < probability,
    pick: (list) => list[integer(list.length)],
  }
}
