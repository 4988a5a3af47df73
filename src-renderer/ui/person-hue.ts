// The colour that stands for a person or a tag: the same name has the same hue on every screen of the office.

/** Hues in degrees, far enough apart to be told from each other as pale discs; the teal of the accent is left out. */
export const personHues: readonly number[] = [18, 50, 95, 142, 235, 270, 305, 345]

/** A tag shows a stronger dot beside its name, so more hues can be told apart and fewer names share one. */
export const tagHues: readonly number[] = Array.from({ length: 18 }, (_, index) => index * 20)

/** FNV-1a over the code points, the high bits folded in: small, stable and well spread for short names in any script. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (const character of name.normalize('NFC')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return (hash ^ (hash >>> 15)) >>> 0
}

/** The widget's sum to the letter (it has no byte to spare for another): visitors and colleagues see one face. */
export function personHue(name: string): number {
  let sum = 7
  for (const character of name.normalize('NFC')) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return personHues[sum % personHues.length] ?? 235
}

export function tagHue(name: string): number {
  return tagHues[hashOf(name) % tagHues.length] ?? 240
}
