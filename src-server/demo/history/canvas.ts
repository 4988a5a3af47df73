// Just enough of a canvas to draw a cup on a table: filled shapes with soft edges, and light from one side. Pure.
import type { Pixels } from '../../adapters/image/pixels.ts'

type Point = readonly [x: number, y: number]

export type Shape = {
  /** Left, top, right and bottom: outside of it nothing is looked at. */
  readonly box: readonly [number, number, number, number]
  /** How far inside the point lies, in pixels; outside it is negative. */
  covers(x: number, y: number): number
}

export type Canvas = {
  readonly pixels: Pixels
  /** @param colour as in #rrggbb */
  paint(shape: Shape, colour: string, opacity?: number): void
  /** White where it comes from, black at a whole picture's distance. The place in parts of the width and height. */
  light(atX: number, atY: number, opacity: number): void
}

export const ellipse = (centreX: number, centreY: number, radiusX: number, radiusY: number): Shape => ({
  box: [centreX - radiusX, centreY - radiusY, centreX + radiusX, centreY + radiusY],
  covers: (x, y) => (1 - Math.hypot((x - centreX) / radiusX, (y - centreY) / radiusY)) * Math.min(radiusX, radiusY),
})

const distanceTo = ([fromX, fromY]: Point, [toX, toY]: Point, x: number, y: number): number => {
  const [alongX, alongY] = [toX - fromX, toY - fromY]
  const part = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX * alongX + alongY * alongY || 1)
  const near = Math.min(1, Math.max(0, part))
  return Math.hypot(x - fromX - near * alongX, y - fromY - near * alongY)
}

/** @param path the points that the line goes through, as in "10,20 30,40" */
export const stroke = (path: string, width: number): Shape => {
  const points = path.split(' ').map((point): Point => {
    const [x = 0, y = 0] = point.split(',').map(Number)
    return [x, y]
  })
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return {
    box: [Math.min(...xs) - width, Math.min(...ys) - width, Math.max(...xs) + width, Math.max(...ys) + width],
    covers: (x, y) => {
      let nearest = Infinity
      for (const [index, to] of points.entries())
        nearest = Math.min(nearest, distanceTo(points[index - 1] ?? to, to, x, y))
      return width / 2 - nearest
    },
  }
}

const partsOf = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

export const createCanvas = (width: number, height: number, ground: string): Canvas => {
  const data = new Uint8ClampedArray(width * height * 4)
  const groundParts = partsOf(ground)
  for (let at = 0; at < data.length; at += 4) data.set([...groundParts, 255], at)
  const blend = (x: number, y: number, parts: readonly number[], opacity: number): void => {
    for (let part = 0; part < 3; part += 1) {
      const at = (y * width + x) * 4 + part
      data[at] = (data[at] ?? 0) * (1 - opacity) + (parts[part] ?? 0) * opacity
    }
  }
  return {
    pixels: { data, width, height },
    paint: ({ box: [left, top, right, bottom], covers }, colour, opacity = 1) => {
      const parts = partsOf(colour)
      for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += 1)
        for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x += 1) {
          // The edge is as soft as a pixel is wide.
          const covered = Math.min(1, Math.max(0, covers(x + 0.5, y + 0.5) + 0.5))
          if (covered > 0) blend(x, y, parts, covered * opacity)
        }
    },
    light: (atX, atY, opacity) => {
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1) {
          const bright = 255 * (1 - Math.min(1, Math.hypot(x / width - atX, y / height - atY)))
          blend(x, y, [bright, bright, bright], opacity)
        }
    },
  }
}
