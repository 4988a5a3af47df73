// The part of a message around what was searched for, with where it stands in it: text and numbers, never markup.
import { limits } from '../../protocol/index.ts'
import type { Snippet } from '../../protocol/search-schemas.ts'
import { foldText, placesOf, runsIn, type SearchWord } from './search-words.ts'

type SnippetMark = Snippet['marks'][number]

/** A character with the marks that belong to it. */
const character = /\P{M}\p{M}*|\p{M}+/gsu
/** More than these are not seen in one snippet. */
const MAX_MARKS = 200

/** The folded text, and for each of its units where the character it came from begins and ends. */
const foldWithPlaces = (text: string) => {
  let folded = ''
  const from: number[] = []
  const to: number[] = []
  for (const { 0: part, index } of text.matchAll(character)) {
    const piece = foldText(part)
    folded += piece
    for (let unit = 0; unit < piece.length; unit += 1) {
      from.push(index)
      to.push(index + part.length)
    }
  }
  return { folded, from, to }
}

const joined = (marks: readonly SnippetMark[]): readonly SnippetMark[] => {
  const kept: [number, number][] = []
  for (const [from, to] of marks.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = kept.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else kept.push([from, to])
  }
  return kept
}

/** Every place at which one of the words stands. */
export const marksIn = (text: string, wanted: readonly SearchWord[]): readonly SnippetMark[] => {
  const { folded, from, to } = foldWithPlaces(text)
  const marks: SnippetMark[] = []
  for (const part of runsIn(folded))
    for (const word of wanted)
      for (const place of placesOf(word, part)) {
        const first = part.at + place
        const start = from[first]
        const end = to[first + word.text.length - 1]
        if (start !== undefined && end !== undefined) marks.push([start, end])
        if (marks.length >= MAX_MARKS) return joined(marks)
      }
  return joined(marks)
}

const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** Where the window begins that shows the most of what was found, the first of equals. */
const bestStart = (marks: readonly SnippetMark[], length: number): number => {
  let best = marks[0]?.[0] ?? 0
  let most = 0
  for (const [start] of marks) {
    const shown = marks.filter(([from, to]) => from >= start && to <= start + length - limits.snippetLead).length
    if (shown > most) {
      most = shown
      best = start
    }
  }
  return best
}

/** At most `limits.maxSnippetLength` units, with a little of what comes before the first mark. */
export const snippetOf = (text: string, wanted: readonly SearchWord[]): Snippet => {
  const line = text.replaceAll(/\s/gu, ' ')
  const marks = marksIn(line, wanted)
  const length = limits.maxSnippetLength
  if (line.length <= length) return { text: line, marks, isCutBefore: false, isCutAfter: false }
  let start = Math.max(0, Math.min(bestStart(marks, length) - limits.snippetLead, line.length - length))
  if (isLowSurrogate(line, start)) start += 1
  let end = Math.min(line.length, start + length)
  if (isLowSurrogate(line, end)) end -= 1
  return {
    text: line.slice(start, end),
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): SnippetMark => [from - start, to - start]),
    isCutBefore: start > 0,
    isCutAfter: end < line.length,
  }
}
