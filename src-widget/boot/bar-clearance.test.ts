import { expect, it } from 'vitest'
import { clearanceOver, type Box } from './bar-clearance.ts'

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})
/** 56 px, 20 px from the lower right corner of 1000 × 800. */
const bubble = box(924, 724, 56, 56)
const over = (...bars: Box[]) => clearanceOver(bars, bubble, 800)

it('stands on a cookie bar, and on what stands on that', () => {
  expect(over()).toBe(0)
  expect(over(box(0, 700, 1000, 100))).toBe(92)
  expect(over(box(0, 700, 1000, 100), box(930, 640, 48, 48))).toBe(152)
})

it('is not moved by what is beside it, above it, or covers the page', () => {
  expect(over(box(0, 700, 600, 100))).toBe(0)
  expect(over(box(900, 500, 100, 60))).toBe(0)
  expect(over(box(0, 0, 1000, 800))).toBe(0)
  expect(over(box(0, 0, 1000, 60))).toBe(0)
})
