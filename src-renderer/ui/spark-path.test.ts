import { expect, it } from 'vitest'
import { sparkPath } from './spark-path.ts'

it('[look] a line from zero up to the largest, with its gaps', () => {
  expect(sparkPath([0, 5, 10])).toEqual({ line: 'M0 100L50 50L100 0', area: 'M0 100L0 100L50 50L100 0L100 100Z' })
  expect(sparkPath([4, 2, null, 2, 1]).line).toBe('M0 0L25 50M75 50L100 75')
})

it('[look] nothing, one moment and zeros draw nothing that misleads', () => {
  for (const values of [[], [3], [null, null]]) expect(sparkPath(values)).toEqual({ line: '', area: '' })
  expect(sparkPath([0, 0]).line).toBe('M0 100L100 100')
})
