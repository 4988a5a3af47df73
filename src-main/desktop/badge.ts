// How many messages are unread, on the program's own icon: by the system where it counts (macOS, Linux), drawn by us on the
// taskbar's button of Windows. Pixels and choices only; Electron's calls are in desk-badge.ts.

/** Blue, green, red, alpha, as nativeImage.createFromBitmap takes them. */
export type Bitmap = { readonly pixels: Buffer; readonly size: number }

/** Windows draws it at 16 by 16; twice that stays sharp on dense screens. */
export const BADGE_SIZE = 32

const ground = [0x2d, 0x2f, 0xc4, 0xff] as const
const ink = [0xff, 0xff, 0xff, 0xff] as const

/** Three by five, a row a number, the leftmost pixel highest. */
const glyphs: Readonly<Record<string, readonly number[]>> = {
  '0': [7, 5, 5, 5, 7],
  '1': [2, 6, 2, 2, 7],
  '2': [7, 1, 7, 4, 7],
  '3': [7, 1, 7, 1, 7],
  '4': [5, 5, 7, 1, 1],
  '5': [7, 4, 7, 1, 7],
  '6': [7, 4, 7, 5, 7],
  '7': [7, 1, 1, 1, 1],
  '8': [7, 5, 7, 5, 7],
  '9': [7, 5, 7, 1, 7],
  '+': [0, 2, 7, 2, 0],
}

/** Two signs are all that can be read at that size. */
export const badgeText = (unread: number): string => (unread > 99 ? '9+' : String(unread))

const put = (pixels: Buffer, size: number, x: number, y: number, colour: readonly number[]): void =>
  pixels.set(colour, (y * size + x) * 4)

const fillCircle = ({ pixels, size }: Bitmap, middle: readonly [number, number], radius: number): void => {
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      if (Math.hypot(x + 0.5 - middle[0], y + 0.5 - middle[1]) <= radius) put(pixels, size, x, y, ground)
}

/** A red disc with the number on it. */
export const badgeBitmap = (unread: number): Bitmap => {
  const text = badgeText(unread)
  const bitmap = { pixels: Buffer.alloc(BADGE_SIZE * BADGE_SIZE * 4), size: BADGE_SIZE }
  fillCircle(bitmap, [BADGE_SIZE / 2, BADGE_SIZE / 2], BADGE_SIZE / 2)
  const scale = text.length === 1 ? 4 : 3
  const width = (text.length * 4 - 1) * scale
  const left = Math.round((BADGE_SIZE - width) / 2)
  const top = Math.round((BADGE_SIZE - 5 * scale) / 2)
  for (const [place, sign] of [...text].entries())
    for (let y = 0; y < 5 * scale; y += 1)
      for (let x = 0; x < 3 * scale; x += 1) {
        const row = glyphs[sign]?.[Math.floor(y / scale)] ?? 0
        const isInk = ((row >> (2 - Math.floor(x / scale))) & 1) === 1
        if (isInk) put(bitmap.pixels, BADGE_SIZE, left + place * 4 * scale + x, top + y, ink)
      }
  return bitmap
}

/** A red dot in the lower right corner of a square icon, with a clear ring so that it stands off. */
export const withDot = ({ pixels, size }: Bitmap): Bitmap => {
  const dotted = { pixels: Buffer.from(pixels), size }
  const radius = size * 0.25
  const middle = [size - radius, size - radius] as const
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1)
      if (Math.hypot(x + 0.5 - middle[0], y + 0.5 - middle[1]) <= radius + size / 16)
        put(dotted.pixels, size, x, y, [0, 0, 0, 0])
  fillCircle(dotted, middle, radius)
  return dotted
}

/** The same shape in another colour (red, green, blue), for a bar that is dark. Pixels are premultiplied by their alpha. */
export const tinted = ({ pixels, size }: Bitmap, [red, green, blue]: readonly [number, number, number]): Bitmap => {
  const changed = Buffer.from(pixels)
  for (let at = 0; at < changed.length; at += 4) {
    const alpha = changed[at + 3] ?? 0
    for (const [channel, value] of [blue, green, red].entries())
      changed[at + channel] = Math.round((value * alpha) / 255)
  }
  return { pixels: changed, size }
}
