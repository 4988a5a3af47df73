// A text cut where its marks begin and end. Pure.
import type { Snippet } from '#protocol/search-schemas.ts'

export type MarkedPart = { readonly text: string; readonly isMarked: boolean; readonly at: number }

/** Marks that lie outside the text or go back are left out: they came over a network. */
export function markedParts(text: string, marks: Snippet['marks']): readonly MarkedPart[] {
  const parts: MarkedPart[] = []
  let at = 0
  const add = (to: number, isMarked: boolean): void => {
    if (to > at) parts.push({ text: text.slice(at, to), isMarked, at })
    at = Math.max(at, to)
  }
  for (const [from, to] of marks) {
    if (from < at || to > text.length || to <= from) continue
    add(from, false)
    add(to, true)
  }
  add(text.length, false)
  return parts
}
