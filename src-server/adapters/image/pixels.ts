// Decoded pixels, and the two things done to them: made smaller, turned upright. Pure.
import { isLying, type Orientation } from './exif-orientation.ts'

/** Four bytes a pixel, red, green, blue and opacity, row after row. */
export type Pixels = { readonly data: Uint8ClampedArray<ArrayBuffer>; readonly width: number; readonly height: number }

/**
 * Which of `to` places each of `from` falls into, and how much of it; the rest of one that lies across a border belongs to the
 * place after.
 */
const sharesOf = (from: number, to: number): { readonly place: Uint32Array; readonly share: Float64Array } => {
  const [place, share] = [new Uint32Array(from), new Float64Array(from)]
  for (let index = 0; index < from; index += 1) {
    const at = Math.floor((index * to) / from)
    place[index] = at
    share[index] = Math.min(1, ((at + 1) * from - index * to) / to)
  }
  return { place, share }
}

const addUp = (sums: Float64Array, addends: Float64Array, at: number, share: number): void => {
  for (let index = 0; index < addends.length; index += 1) {
    const sum = at + index
    sums[sum] = (sums[sum] ?? 0) + (addends[index] ?? 0) * share
  }
}

/** The picture at a smaller size: each pixel the mean of the area it stands for, the transparent parts counting for less. */
export const shrink = (pixels: Pixels, width: number, height: number): Pixels => {
  if (pixels.width === width && pixels.height === height) return pixels
  const columns = sharesOf(pixels.width, width)
  const rows = sharesOf(pixels.height, height)
  const sums = new Float64Array(width * height * 4)
  const line = new Float64Array(width * 4)
  const { data } = pixels
  let at = 0
  for (let y = 0; y < pixels.height; y += 1) {
    line.fill(0)
    for (let x = 0; x < pixels.width; x += 1, at += 4) {
      const share = columns.share[x] ?? 0
      const opacity = data[at + 3] ?? 0
      const [red, green, blue] = [
        (data[at] ?? 0) * opacity,
        (data[at + 1] ?? 0) * opacity,
        (data[at + 2] ?? 0) * opacity,
      ]
      let sum = (columns.place[x] ?? 0) * 4
      line[sum] = (line[sum] ?? 0) + red * share
      line[sum + 1] = (line[sum + 1] ?? 0) + green * share
      line[sum + 2] = (line[sum + 2] ?? 0) + blue * share
      line[sum + 3] = (line[sum + 3] ?? 0) + opacity * share
      if (share === 1) continue
      sum += 4
      line[sum] = (line[sum] ?? 0) + red * (1 - share)
      line[sum + 1] = (line[sum + 1] ?? 0) + green * (1 - share)
      line[sum + 2] = (line[sum + 2] ?? 0) + blue * (1 - share)
      line[sum + 3] = (line[sum + 3] ?? 0) + opacity * (1 - share)
    }
    const [row, share] = [(rows.place[y] ?? 0) * line.length, rows.share[y] ?? 0]
    addUp(sums, line, row, share)
    if (share < 1) addUp(sums, line, row + line.length, 1 - share)
  }
  const result = new Uint8ClampedArray(sums.length)
  const area = (pixels.width * pixels.height) / (width * height)
  for (let index = 0; index < sums.length; index += 4) {
    const opacity = sums[index + 3] ?? 0
    if (opacity === 0) continue
    result[index] = (sums[index] ?? 0) / opacity
    result[index + 1] = (sums[index + 1] ?? 0) / opacity
    result[index + 2] = (sums[index + 2] ?? 0) / opacity
    result[index + 3] = opacity / area
  }
  return { data: result, width, height }
}

const fromRight: ReadonlySet<Orientation> = new Set([2, 3, 7, 8])
const fromBottom: ReadonlySet<Orientation> = new Set([3, 4, 6, 7])

export const turnUpright = (pixels: Pixels, orientation: Orientation): Pixels => {
  if (orientation === 1) return pixels
  const { width: storedWidth, height: storedHeight } = pixels
  const [lying, right, bottom] = [isLying(orientation), fromRight.has(orientation), fromBottom.has(orientation)]
  const [width, height] = lying ? [storedHeight, storedWidth] : [storedWidth, storedHeight]
  const stored = new Uint32Array(pixels.data.buffer, pixels.data.byteOffset, storedWidth * storedHeight)
  const shown = new Uint32Array(stored.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [column, row] = lying ? [y, x] : [x, y]
      const storedRow = bottom ? storedHeight - 1 - row : row
      const storedColumn = right ? storedWidth - 1 - column : column
      shown[y * width + x] = stored[storedRow * storedWidth + storedColumn] ?? 0
    }
  return { data: new Uint8ClampedArray(shown.buffer), width, height }
}
