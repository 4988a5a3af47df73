// How well what was typed fits a title, and which characters of it are meant: literally, by pinyin (`tk`, `tuikuan`, `tuik` for
// 退款), or letter after letter (`rfd` for Refund).
import type { Readings } from './pinyin-readings.ts'

/** From and to, in UTF-16 units of the title. */
export type Range = readonly [from: number, to: number]
export type Match = { readonly score: number; readonly ranges: readonly Range[] }

export type Title = {
  /** Folded unit by unit, so that places agree with the title as written. */
  readonly text: string
  /** Of each unit that is a Chinese character. */
  readonly readings: readonly (readonly string[] | undefined)[]
  readonly hasReadings: boolean
  /** The letters that may be typed for it, a bit each: most titles are passed over by this alone. */
  readonly letters: number
}

export const foldUnit = (unit: string): string => {
  const folded = unit.normalize('NFKC').toLowerCase()
  return folded.length === 1 ? folded : unit
}

const A = 97
const lettersOf = (text: string): number => {
  let letters = 0
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at) - A
    if (letter >= 0 && letter < 26) letters |= 1 << letter
  }
  return letters
}

export function prepareTitle(raw: string, known: Readings): Title {
  const units = Array.from({ length: raw.length }, (_, at) => foldUnit(raw.charAt(at)))
  const readings = units.map((unit) => known.get(unit))
  const text = units.join('')
  let letters = lettersOf(text)
  for (const some of readings) for (const reading of some ?? []) letters |= lettersOf(reading)
  return { text, readings, hasReadings: readings.some((some) => some !== undefined), letters }
}

const isWord = (unit: string): boolean => /[\p{L}\p{N}]/u.test(unit)
const startsWord = (text: string, at: number): boolean => at === 0 || !isWord(text.charAt(at - 1))

function literal(typed: string, { text }: Title): Match | undefined {
  const at = text.indexOf(typed)
  if (at === -1) return undefined
  const score = at === 0 ? (typed.length === text.length ? 110 : 100) : startsWord(text, at) ? 90 : 80
  return { score, ranges: [[at, at + typed.length]] }
}

/** Where reading on from `at` has used up everything typed from `from`; -1 when it cannot. Whole syllables are tried first. */
function readOn(typed: string, from: number, title: Title, at: number): number {
  if (from === typed.length) return at
  if (at === title.text.length) return -1
  const readings = title.readings[at]
  const isSame = title.text.charAt(at) === typed.charAt(from)
  if (isSame) {
    const end = readOn(typed, from + 1, title, at + 1)
    if (end !== -1) return end
  }
  for (const reading of readings ?? [])
    for (let length = sharedLength(reading, typed, from); length > 0; length -= 1) {
      const end = readOn(typed, from + length, title, at + 1)
      if (end !== -1) return end
    }
  // 退款（七天）: what stands between is not typed.
  if (readings === undefined && !isSame && from > 0 && !isWord(title.text.charAt(at)))
    return readOn(typed, from, title, at + 1)
  return -1
}

function sharedLength(reading: string, typed: string, from: number): number {
  let length = 0
  while (length < reading.length && from + length < typed.length && reading[length] === typed[from + length])
    length += 1
  return length
}

function byPinyin(typed: string, title: Title): Match | undefined {
  if (!title.hasReadings) return undefined
  for (let at = 0; at < title.text.length; at += 1) {
    if (title.readings[at] === undefined && title.text.charAt(at) !== typed.charAt(0)) continue
    const end = readOn(typed, 0, title, at)
    if (end !== -1) return { score: (at === 0 ? 88 : 72) - Math.min(10, end - at), ranges: [[at, end]] }
  }
  return undefined
}

/** All letters in order; worth less the farther they lie apart, more when they begin words. */
function scattered(typed: string, { text }: Title): Match | undefined {
  if (typed.length < 2) return undefined
  const ranges: Range[] = []
  let from = 0
  let begins = 0
  for (const letter of typed) {
    const at = text.indexOf(letter, from)
    if (at === -1) return undefined
    if (startsWord(text, at)) begins += 1
    const last = ranges.at(-1)
    if (last?.[1] === at) ranges[ranges.length - 1] = [last[0], at + 1]
    else ranges.push([at, at + 1])
    from = at + 1
  }
  const spread = from - (ranges[0]?.[0] ?? 0) - typed.length
  // Letters strewn over a whole sentence are chance.
  if (begins === 0 || spread > typed.length * 4) return undefined
  return { score: Math.max(20, 45 - spread + 5 * begins), ranges }
}

/** @param typed folded, without spaces */
export function matchTitle(typed: string, title: Title): Match | undefined {
  const letters = lettersOf(typed)
  if ((letters & title.letters) !== letters) return undefined
  return literal(typed, title) ?? byPinyin(typed, title) ?? scattered(typed, title)
}
