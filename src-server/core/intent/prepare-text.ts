// What visitors type, made comparable: one normal form, a bounded length, and which script it is in. Knows no model.
import { limits } from '../../protocol/index.ts'
import type { PreparedText } from './embedded-text.ts'

const han = /\p{Script=Han}/u
/** Two letters make a word; a size or a grade (`L码`, `A货`) does not make a Chinese sentence a mixed one. */
const alphabetic = /(?:(?!\p{Script=Han})\p{L}){2}/u

const scriptOf = (text: string): PreparedText['script'] => {
  if (!han.test(text)) return 'other'
  return alphabetic.test(text) ? 'mixed' : 'han'
}

/**
 * `texts` count together, oldest first. NFKC, lower case, single spaces, at most `maxIntentTextLength` UTF-16 units: of more, the
 * beginning and the end, because long messages greet first or ask last. Never fails; '' when there is nothing to read.
 */
export const prepareTexts = (texts: readonly string[]): PreparedText => {
  const cap = limits.maxIntentTextLength
  const cut = (text: string): string =>
    text.length <= cap ? text : `${text.slice(0, cap / 2 - 1)} ${text.slice(text.length - cap / 2)}`
  const raw = cut(texts.map(cut).join('\n')).toWellFormed()
  const text = cut(
    raw
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s\p{Cc}\p{Cf}\uFFFD]+/gu, ' ')
      .trim(),
  ).toWellFormed()
  return { text, script: scriptOf(text) }
}
