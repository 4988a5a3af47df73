// One letter that stands for a person, and the hue of their face.

const hues = [18, 50, 95, 142, 235, 270, 305, 345]

/** In degrees; the same name has the same hue for good. */
export const personHue = (name: string): number =>
  hues[[...name].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973, 7) % hues.length] ?? 0

/** Whole code points, so that no half of a rare character is shown. A name without letters is "?". */
export const initialOf = (name: string): string => /[\p{L}\p{N}]/u.exec(name.normalize('NFC'))?.[0].toUpperCase() ?? '?'
