// One or two characters that stand for a name where there is no picture. Latin, Chinese and anything else.

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const han = /\p{Script=Han}/u
const numbered = /^(?:\D+[\s#])?(\d+)$/u
const letterOrDigit = /[\p{L}\p{N}]/u

/** First grapheme of a word that is a letter or digit; surrogate pairs and combining marks stay whole. */
function firstLetter(word: string): string | undefined {
  for (const { segment } of graphemes.segment(word)) if (letterOrDigit.test(segment)) return segment
  return undefined
}

/**
 * "Amy Chen" is AC, "amy" is A, "李雷" is 雷 (colleagues tell each other apart by the given name), "欧阳娜娜" is 娜,
 * "Amy 李" is A, "Visitor 5421" and "访客 5421" are 21 (the end of a number is what differs), an empty or purely symbolic name is "?".
 */
export function initialsOf(name: string): string {
  const trimmed = name.normalize('NFC').trim()
  const number = numbered.exec(trimmed)?.[1]
  if (number !== undefined) return number.slice(-2)
  const characters = [...graphemes.segment(trimmed)].map(({ segment }) => segment)
  if (characters.length > 0 && characters.length <= 4 && characters.every((character) => han.test(character))) {
    return characters.at(-1) ?? '?'
  }
  const words = trimmed
    .split(/[\s._\-·@]+/u)
    .map(firstLetter)
    .filter((letter) => letter !== undefined)
  const [first, ...others] = words
  if (first === undefined) return '?'
  const last = others.at(-1)
  if (last === undefined || han.test(first) || han.test(last)) return first.toLocaleUpperCase()
  return (first + last).toLocaleUpperCase()
}
