// The colour that stands for a person or a tag: the same name has the same hue on every screen of the office.

/** Hues in degrees, far enough apart to be told from each other as pale discs; the teal of the accent is left out. */
export const personHues: readonly number[] = [18, 50, 95, 142, 235, 270, 305, 345]

/** FNV-1a over the code points: small, stable and well spread for short names in any script. */
export function personHue(name: string): number {
  let hash = 0x811c9dc5
  for (const character of name.normalize('NFC')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  // The low bits of FNV barely depend on the first characters: fold the high ones in.
  return personHues[((hash ^ (hash >>> 15)) >>> 0) % personHues.length] ?? 235
}
