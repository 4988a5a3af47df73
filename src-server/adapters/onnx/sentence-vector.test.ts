import { expect, it } from 'vitest'
import { cutTokens } from './sentence-encoder.ts'
import { sentenceVector } from './sentence-vector.ts'

it('makes a vector of length 1 of the first token or of all', () => {
  const tokens = new Float32Array([3, 4, 0, 0, 3, 6])
  expect([...sentenceVector(tokens, 2, 'cls')].map((value) => value.toFixed(2))).toEqual(['0.60', '0.80'])
  expect([...sentenceVector(tokens, 2, 'mean')].map((value) => value.toFixed(2))).toEqual(['0.51', '0.86'])
})

it('makes no number of none', () => {
  expect([...sentenceVector(new Float32Array(2), 2, 'mean')]).toEqual([0, 0])
  expect([...sentenceVector(new Float32Array([Number.NaN, 1]), 2, 'cls')]).toEqual([0, 0])
})

it('cuts a long text before its end mark', () => {
  expect(cutTokens([101, 7, 8, 9, 102], 4)).toEqual([101, 7, 8, 102])
  expect(cutTokens([101, 7, 102], 4)).toEqual([101, 7, 102])
})
