import fc from 'fast-check'
import { expect, it } from 'vitest'
import { medianOf } from './median.ts'

const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }))

it('[D7.14] agrees with sorting', () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 1 }), (list) => {
      const sorted = list.toSorted((a, b) => a - b)
      const middle = sorted.length >> 1
      const upper = sorted[middle] ?? 0
      const expected = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
      expect(medianOf(Float64Array.from(list))).toBeCloseTo(expected, 12)
    }),
  )
})

it('[D7.14] of nothing it is nothing', () => {
  expect(medianOf(new Float64Array())).toBe(0)
})
