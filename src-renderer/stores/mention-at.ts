// Colleagues named in a text: whether one is being looked for at the caret, and who of those picked still stands there. Pure.
import type { AgentId } from '#protocol'

export type At = {
  /** Of the sign itself. */
  readonly start: number
  readonly typed: string
}

/** Longer than any name that somebody types to the end. */
const mostTyped = 40
/** The key, also in full width. */
const signs = '@＠'

/** @param caret where it stands with nothing selected */
export function mentionAt(text: string, caret: number): At | undefined {
  for (let at = caret - 1; at >= 0 && caret - at <= mostTyped; at -= 1) {
    const unit = text.charAt(at)
    if (unit === '\n') return undefined
    if (!signs.includes(unit)) continue
    // An address (li@shop) calls nobody; Chinese writes no spaces before it.
    if (/[\p{Script=Latin}\p{N}._-]/u.test(text.charAt(at - 1))) return undefined
    const typed = text.slice(at + 1, caret)
    return /^\s/u.test(typed) ? undefined : { start: at, typed }
  }
  return undefined
}

/** As it stands in the text. */
export const callOf = (name: string): string => `@${name}`

export type Called = { readonly id: AgentId; readonly name: string }

/** What storage gave back for one. */
export const isCalled = (value: unknown): value is Called =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Called).id === 'number' &&
  typeof (value as Called).name === 'string'

/** Who of those picked still stands in the text. */
export const stillCalled = (text: string, picked: readonly Called[]): readonly AgentId[] => [
  ...new Set(picked.filter(({ name }) => text.includes(callOf(name))).map(({ id }) => id)),
]
