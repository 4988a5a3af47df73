// The shop's colour made safe: whatever it is, words on it and signs in it stay readable in light and in dark.

type Rgb = readonly [number, number, number]

export type BrandColours = {
  /** Fill of the bubble, the send button and the visitor's own messages: at least 3 to 1 on the panel. */
  readonly fill: string
  /** Words and icons on the fill: at least 4.5 to 1. */
  readonly onFill: string
  /** Words and signs in the brand's hue on the panel: at least 4.5 to 1. */
  readonly ink: string
}

const WHITE: Rgb = [255, 255, 255]
/** One of white and black always has 4.5 to 1; nothing between them would. */
const BLACK: Rgb = [0, 0, 0]
/** The panel's ground in dark; white is the light one. */
const DARK: Rgb = [28, 32, 34]
const AA_TEXT = 4.5
const AA_SIGN = 3

export const defaultBrand = '#0e7476'

/** @returns undefined for anything but #rgb and #rrggbb. */
const parseHex = (colour: string): Rgb | undefined => {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/iu.exec(colour)?.[1]
  if (digits === undefined) return undefined
  const long = digits.length === 3 ? digits.replaceAll(/./gu, '$&$&') : digits
  const number = Number.parseInt(long, 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}

const toHex = (rgb: Rgb): string => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`

/** WCAG 2 relative luminance, with the 0.05 of its contrast formula. */
const light = (rgb: Rgb): number => {
  const [red, green, blue] = rgb.map((part) =>
    part < 11 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
}

const contrast = (a: Rgb, b: Rgb): number => Math.max(light(a) / light(b), light(b) / light(a))

/** The colour nearest to `brand` on the way away from `ground` that stands out from it by `ratio`. */
const standOut = (brand: Rgb, ground: Rgb, ratio: number): Rgb => {
  const away = ground === WHITE ? 0 : 255
  for (let share = 0; share < 1; share += 0.02) {
    // Rounded first: the hex that is shown is what has to hold.
    const tried = brand.map((part) => Math.round(part + (away - part) * share)) as unknown as Rgb
    if (contrast(tried, ground) >= ratio) return tried
  }
  return ground === WHITE ? BLACK : WHITE
}

export const isColour = (colour: string): boolean => parseHex(colour) !== undefined

export const brandColours = (colour: string, scheme: 'light' | 'dark'): BrandColours => {
  const brand = parseHex(colour) ?? BLACK
  const ground = scheme === 'light' ? WHITE : DARK
  const fill = standOut(brand, ground, AA_SIGN)
  const onFill = contrast(WHITE, fill) >= AA_TEXT ? WHITE : BLACK
  return { fill: toHex(fill), onFill: toHex(onFill), ink: toHex(standOut(brand, ground, AA_TEXT)) }
}
