import { describe, expect, it } from 'vitest'
import { lineThrough, lowestOfEach } from './line-through.ts'

const points = (...values: readonly number[]) => values.map((y, x) => ({ x, y }))

describe('the line through measured points', () => {
  it('is exact where the points lie on one', () => {
    expect(lineThrough(points(5, 7, 9, 11))).toEqual({ slope: 2, standardError: 0 })
  })

  it('is as unsure as the points scatter', () => {
    // By hand: slope 0.6, residuals 0.2, -0.4, 0.2 about mean 2 and spread 2 → 0.24 / 1 / 2.
    const { slope, standardError } = lineThrough(points(1.6, 1.6, 2.8))
    expect(slope).toBeCloseTo(0.6)
    expect(standardError).toBeCloseTo(Math.sqrt(0.24 / 2))
  })

  it('is drawn below the saw teeth of a heap', () => {
    const teeth = points(100, 130, 160, 101, 131, 161, 102, 132, 162)
    expect(lowestOfEach(teeth, 3)).toEqual([
      { x: 0, y: 100 },
      { x: 3, y: 101 },
      { x: 6, y: 102 },
    ])
    expect(lineThrough(lowestOfEach(teeth, 3)).slope).toBeCloseTo(1 / 3)
  })
})
