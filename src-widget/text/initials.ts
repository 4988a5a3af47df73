// One letter that stands for a person, and the hue of their face: as on the desk.

const hues = [18, 50, 95, 142, 235, 270, 305, 345]

/** In degrees; the same name has the same hue for good. */
export const personHue = (name: string): number =>
  hues[[...name].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973, 7) % 8] ?? 0

/** Whole code points (the desk keeps names in NFC); of a Chinese name the end, as colleagues call each other. None: "?". */
export const initialOf = (name: string): string =>
  /[\p{L}\p{N}](?!\p{sc=Han}{1,3}$)/u.exec(name)?.[0].toUpperCase() ?? '?'
