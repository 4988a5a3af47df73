// One or two letters that stand for a person, and the hue of their face.

const hues = [18, 50, 95, 142, 235, 270, 305, 345]

/** In degrees; the same name has the same hue for good. */
export const personHue = (name: string): number =>
  hues[[...name].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973, 7) % hues.length] ?? 0

/** "Amy Chen" is AC, "李雷" is 雷, "Amy 李" is A, a name without letters is "?". */
export const initialsOf = (name: string): string => {
  const text = name.normalize('NFC').trim()
  if (/^\p{Script=Han}{1,4}$/u.test(text)) return text.slice(-1)
  const letters = [...text.matchAll(/(?<![\p{L}\p{N}'’])[\p{L}\p{N}]/gu)].map(([letter]) => letter)
  const both = (letters[0] ?? '?') + (letters.length > 1 ? letters.at(-1) : '')
  return (/\p{Script=Han}/u.test(both) ? both.slice(0, 1) : both).toUpperCase()
}
