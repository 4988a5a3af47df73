// One or two letters that stand for a person, and the hue of their face: the same rule as on the desk.

/** Hues in degrees, evenly spread; the desk uses the same list, so that a colleague has one colour everywhere. */
const personHues = [130, 152, 220, 240, 260, 280, 300, 320, 340, 0, 48, 108] as const

/** FNV-1a over the code points. */
export const personHue = (name: string): number => {
  let hash = 0x811c9dc5
  for (const character of name.normalize('NFC'))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return personHues[hash % personHues.length] ?? personHues[0]
}

const han = /^\p{Script=Han}$/u
const graphemesOf = (text: string): string[] =>
  [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)
const firstLetter = (word: string): string => graphemesOf(word).find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? ''

/** "Amy Chen" is AC, "李雷" is 雷, "Amy 李" is A, a name without letters is "?". */
export const initialsOf = (name: string): string => {
  const signs = graphemesOf(name.normalize('NFC').trim())
  if (signs.length > 0 && signs.length <= 4 && signs.every((sign) => han.test(sign))) return signs.at(-1) ?? '?'
  const letters = name
    .normalize('NFC')
    .split(/[\s._\-·@]+/u)
    .map(firstLetter)
    .filter((letter) => letter !== '')
  const [first, last] = [letters[0], letters.at(-1)]
  if (first === undefined || last === undefined) return '?'
  const single = letters.length === 1 || han.test(first) || han.test(last)
  return (single ? first : first + last).toLocaleUpperCase()
}
