// What visitors type, made comparable: one normal form, and which script it is in. Knows no model.
import type { PreparedText } from './embedded-text.ts'

const han = /\p{Script=Han}/u
/** Two letters make a word; a size (`L码`) does not make a Chinese sentence a mixed one. */
const alphabetic = /(?!\p{Script=Han})\p{L}{2}/u

/** `texts` count together, oldest first; '' when there is nothing to read. Never fails. */
export const prepareTexts = (texts: readonly string[]): PreparedText => {
  const text = texts.join('\n').toWellFormed().normalize('NFKC').toLowerCase().trim()
  if (!han.test(text)) return { text, script: 'other' }
  return { text, script: alphabetic.test(text) ? 'mixed' : 'han' }
}
