// Whether a quick reply is being looked for at the caret: a slash at the start of a word, and what was typed after it.

export type Slash = {
  /** Of the slash itself. */
  readonly start: number
  readonly typed: string
}

/** Longer than any search; a path that somebody pastes is not one. */
const mostTyped = 40

/** The slash key, also in full width. */
const slashes = '/／'
/** What that key gives while a Chinese input method is on: a list's comma everywhere else, so only where no list can go on. */
const CHINESE_COMMA = '、'

const isLatin = /[\p{Script=Latin}\p{N}/\\.:?&=#_-]/u

function isTrigger(text: string, at: number): boolean {
  const before = text.charAt(at - 1)
  const isFirst = at === 0 || /\s/u.test(before)
  if (text.charAt(at) === CHINESE_COMMA) return isFirst
  // and/or, 1/2, https://: no start of a word. Chinese writes no spaces, so a slash after it is one.
  return slashes.includes(text.charAt(at)) && (isFirst || !isLatin.test(before))
}

/** @param caret where it stands with nothing selected */
export function slashAt(text: string, caret: number): Slash | undefined {
  for (let at = caret - 1; at >= 0 && caret - at <= mostTyped; at -= 1) {
    const unit = text.charAt(at)
    if (unit === '\n') return undefined
    if (isTrigger(text, at)) {
      const typed = text.slice(at + 1, caret)
      return /^\s/u.test(typed) ? undefined : { start: at, typed }
    }
    if (slashes.includes(unit)) return undefined
  }
  return undefined
}
