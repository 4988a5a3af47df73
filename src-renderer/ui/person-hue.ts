// The colour that stands for a person or a tag: the same name has the same hue on every screen of the office.

/** Hues in degrees, evenly spread; none falls on the teal of the accent, the red of an alarm or the amber of a note. */
export const personHues: readonly number[] = [130, 152, 220, 240, 260, 280, 300, 320, 340, 0, 48, 108]

/** FNV-1a over the code points: small, stable and well spread for short names in any script. */
export function personHue(name: string): number {
  let hash = 0x811c9dc5
  for (const character of name.normalize('NFC')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  }
  return personHues[hash % personHues.length] ?? 220
}
