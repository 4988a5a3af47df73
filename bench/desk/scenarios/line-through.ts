// The straight line that lies nearest to measured points (least squares), and how sure its slope is.

export type Line = {
  readonly slope: number
  /** Of the slope, where the points scatter about the line by chance. */
  readonly standardError: number
}

export type Point = { readonly x: number; readonly y: number }

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** At least three points, not all at the same x. */
export const lineThrough = (points: readonly Point[]): Line => {
  const meanX = mean(points.map(({ x }) => x))
  const meanY = mean(points.map(({ y }) => y))
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread
  const residuals = points.reduce((sum, { x, y }) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0)
  return { slope, standardError: Math.sqrt(residuals / (points.length - 2) / spread) }
}

/** The lowest point of each stretch of `width`: a heap's saw teeth are no slope. */
export const lowestOfEach = (points: readonly Point[], width: number): readonly Point[] => {
  const lowest = new Map<number, Point>()
  for (const point of points) {
    const stretch = Math.floor(point.x / width)
    const known = lowest.get(stretch)
    if (!known || point.y < known.y) lowest.set(stretch, point)
  }
  return [...lowest.values()]
}
