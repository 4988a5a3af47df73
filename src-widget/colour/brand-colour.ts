// The shop's colour made safe: whatever it is, words on it and signs in it stay readable in light and in dark.

type Rgb = readonly [number, number, number]

export type BrandColours = {
  /** Fill of the bubble, the send button and the visitor's own messages. */
  readonly fill: string
  /** Words and icons on the fill: at least 4.5 to 1. */
  readonly onFill: string
  /** Words and signs in the brand's hue on the panel: at least 4.5 to 1. */
  readonly ink: string
}

export type BrandTheme = { readonly light: BrandColours; readonly dark: BrandColours }

const WHITE: Rgb = [255, 255, 255]
const BLACK: Rgb = [0, 0, 0]
/** Nearly black with a trace of the neutrals' hue. */
const INK: Rgb = [12, 22, 26]
/** The panel's ground in dark; white is the hardest light one. */
const DARK_GROUND: Rgb = [28, 32, 34]
const AA_TEXT = 4.5
const AA_SIGN = 3

export const defaultBrand = '#0e7476'

const parseHex = (colour: string): Rgb | undefined => {
  const found = /^#(?:([\da-f])([\da-f])([\da-f])|([\da-f]{2})([\da-f]{2})([\da-f]{2}))$/iu.exec(colour.trim())
  if (!found) return undefined
  const short = found.slice(1, 4).map((digit) => Number.parseInt(`${digit}${digit}`, 16))
  const long = found.slice(4, 7).map((pair) => Number.parseInt(pair, 16))
  const [red = 0, green = 0, blue = 0] = found[1] === undefined ? long : short
  return [red, green, blue]
}

const toHex = (rgb: Rgb): string => `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** WCAG 2 relative luminance. */
const luminance = (rgb: Rgb): number => {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (a: Rgb, b: Rgb): number => {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
]

/** The colour nearest to `colour` on the way to `towards` that stands out from `ground` by `ratio`. */
const until = (colour: Rgb, towards: Rgb, ground: Rgb, ratio: number): Rgb => {
  for (let step = 0; step < 50; step += 1) {
    // Rounded first: the hex that is shown is what has to hold.
    const tried = mix(colour, towards, step / 50).map(Math.round) as unknown as Rgb
    if (contrast(tried, ground) >= ratio) return tried
  }
  return towards
}

const onTop = (fill: Rgb): Rgb => (contrast(WHITE, fill) >= AA_TEXT ? WHITE : INK)

const coloursOn = (brand: Rgb, ground: Rgb, away: Rgb): BrandColours => {
  // A fill must be seen against the panel, then words against the fill. Mid tones fail both white and ink: they move away.
  const seen = until(brand, away, ground, AA_SIGN)
  const fill = contrast(onTop(seen), seen) >= AA_TEXT ? seen : until(seen, BLACK, WHITE, AA_TEXT)
  return { fill: toHex(fill), onFill: toHex(onTop(fill)), ink: toHex(until(brand, away, ground, AA_TEXT)) }
}

/** @returns undefined for anything but #rgb and #rrggbb. */
export const brandTheme = (colour: string): BrandTheme | undefined => {
  const brand = parseHex(colour)
  return brand && { light: coloursOn(brand, WHITE, BLACK), dark: coloursOn(brand, DARK_GROUND, WHITE) }
}

/** For tests: the ratio of two hex colours. */
export const contrastOf = (a: string, b: string): number => contrast(parseHex(a) ?? BLACK, parseHex(b) ?? BLACK)
