// Finds what somebody means from the few letters they typed: beginnings of words, first letters, letters in order, and Chinese by the first
// letters of its pinyin. Pure; the caller keeps what was prepared.
import { pinyinInitials } from './pinyin-initials.ts'

/** A text made ready to be searched many times. */
export type Searchable = {
  readonly text: string
  /** The same with letters for Chinese characters; equal to `text` where there are none. */
  readonly pinyin: string
  /** First letters of its words: "Close as spam" is `cas`. */
  readonly acronym: string
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

export function searchable(raw: string): Searchable {
  const text = fold(raw)
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return { text, pinyin: pinyinInitials(text), acronym: words.map((word) => word.charAt(0)).join('') }
}

/** Of one word in one text: 0 for not at all, 100 for the whole beginning. */
function scoreOfWord(word: string, { text, pinyin, acronym }: Searchable): number {
  if (text.startsWith(word)) return 100
  const at = text.indexOf(word)
  if (at > 0) return isBoundary(text, at) ? 85 : 60
  if (pinyin !== text) {
    const initials = pinyin.indexOf(word)
    if (initials === 0) return 90
    if (initials > 0) return 65
  }
  if (word.length > 1 && acronym.startsWith(word)) return 75
  return scattered(word, text)
}

const isBoundary = (text: string, at: number): boolean => /[^\p{L}\p{N}]/u.test(text.charAt(at - 1))

/** All letters in order, each as early as it can be; worth less the farther they lie apart. */
function scattered(word: string, text: string): number {
  if (word.length < 2) return 0
  let from = 0
  let first = -1
  for (const letter of word) {
    const at = text.indexOf(letter, from)
    if (at === -1) return 0
    if (first === -1) first = at
    from = at + 1
  }
  const spread = from - first - word.length
  return spread > word.length * 3 ? 0 : Math.max(1, 40 - 3 * spread)
}

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
    const best = Math.max(0, ...texts.map((text, index) => scoreOfWord(word, text) * (index === 0 ? 1 : 0.9)))
    if (best === 0) return 0
    sum += best
  }
  return sum / words.length
}
