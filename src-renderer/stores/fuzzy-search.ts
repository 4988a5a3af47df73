// Finds what somebody means from the few letters they typed, in any of several texts: each word as stores/replies/match-title.ts finds it,
// literally, by pinyin or letter after letter. Pure.
import { foldUnit, matchTitle, prepareTitle, type Title } from './replies/match-title.ts'
import type { Readings } from './replies/pinyin-readings.ts'

/** A text made ready to be searched many times. */
export type Searchable = Title

export const searchable = (raw: string, readings: Readings): Searchable => prepareTitle(raw, readings)

const fold = (typed: string): string =>
  Array.from({ length: typed.length }, (_, at) => foldUnit(typed.charAt(at))).join('')

/**
 * How well what was typed fits any of the texts, the first of which counts most. Every word typed has to fit somewhere.
 * @returns 0 when it does not fit; 1 when nothing was typed.
 */
export function fuzzyScore(typed: string, texts: readonly Searchable[]): number {
  const words = fold(typed)
    .split(/\s+/u)
    .filter((word) => word !== '')
  if (words.length === 0) return 1
  let sum = 0
  for (const word of words) {
    const scores = texts.map((text, index) => (matchTitle(word, text)?.score ?? 0) * (index === 0 ? 1 : 0.9))
    const best = Math.max(0, ...scores)
    if (best === 0) return 0
    sum += best
  }
  return sum / words.length
}
