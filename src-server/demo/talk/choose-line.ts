// Threads through a scenario: `A>` before a line starts thread a, `a>` says that the line belongs to it. Where lines belong
// to what was said before they are chosen first, so that an answer fits its question. Lines without a mark always fit.
import type { Dice } from './dice.ts'

const mark = /^([A-Za-z]+)>/u

type MarkedLine = { readonly text: string; readonly needs: string; readonly starts: string }

const parsed = new Map<string, MarkedLine>()

export const parseLine = (line: string): MarkedLine => {
  const known = parsed.get(line)
  if (known) return known
  const letters = mark.exec(line)?.[1] ?? ''
  const needs = letters.replaceAll(/[A-Z]/gu, '')
  const starts = letters.replaceAll(/[a-z]/gu, '').toLowerCase()
  const made = { text: letters === '' ? line : line.slice(letters.length + 1), needs, starts }
  parsed.set(line, made)
  return made
}

export type Threads = Set<string>

/** @returns what is said, without its mark; `threads` then holds what it started. */
export const chooseLine = (says: readonly string[], threads: Threads, dice: Dice): string => {
  const lines = says.map(parseLine)
  const fitting = lines.filter(({ needs }) => needs !== '' && [...needs].some((thread) => threads.has(thread)))
  const free = lines.filter(({ needs }) => needs === '')
  const best = fitting.length > 0 ? fitting : free.length > 0 ? free : lines
  const chosen = dice.pick(best)
  for (const thread of chosen.starts) threads.add(thread)
  return chosen.text
}
