import { expect, it } from 'vitest'
import { markedParts } from './marked-parts.ts'

const shown = (text: string, marks: readonly (readonly [number, number])[]): string =>
  markedParts(text, marks)
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('')

it('[look] a text is cut at its marks, and nothing of it is lost', () => {
  expect(shown('我要退款', [[2, 4]])).toBe('我要[退款]')
  expect(
    shown('a b a', [
      [0, 1],
      [4, 5],
    ]),
  ).toBe('[a] b [a]')
  expect(shown('', [])).toBe('')
  expect(
    shown('abc', [
      [-1, 2],
      [2, 1],
      [1, 9],
    ]),
  ).toBe('abc')
  expect(
    shown('abc', [
      [1, 3],
      [0, 2],
    ]),
  ).toBe('a[bc]')
})
