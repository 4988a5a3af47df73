import { describe, expect, it } from 'vitest'
import { cornersOf, fourCorners } from '../../testing/pictures.ts'
import type { Orientation } from './exif-orientation.ts'
import { shrink, turnUpright, type Pixels } from './pixels.ts'

const row = (...pixels: readonly (readonly number[])[]): Pixels => ({
  data: new Uint8ClampedArray(pixels.flat()),
  width: pixels.length,
  height: 1,
})

describe('pixels', () => {
  it('makes each pixel the mean of the area it stands for', () => {
    const three = row([0, 0, 0, 255], [90, 90, 90, 255], [180, 180, 180, 255])
    expect([...shrink(three, 1, 1).data]).toEqual([90, 90, 90, 255])
    expect([...shrink(three, 2, 1).data]).toEqual([30, 30, 30, 255, 150, 150, 150, 255])
  })

  it('gives nothing transparent a say in the colour', () => {
    expect([...shrink(row([200, 0, 0, 255], [0, 255, 0, 0]), 1, 1).data]).toEqual([200, 0, 0, 128])
    expect([...shrink(row([9, 9, 9, 0], [9, 9, 9, 0]), 1, 1).data]).toEqual([0, 0, 0, 0])
  })

  it.each([
    [999, 333],
    [480, 480],
    [1_001, 70],
  ])('keeps every corner where it is, %i × %i', (width, height) => {
    const small = shrink(fourCorners(width, height), Math.ceil(width / 3), Math.ceil(height / 3))
    expect(cornersOf(small)).toBe('RGBW')
  })

  it.each<[Orientation, string]>([
    [1, 'RGBW'],
    [2, 'GRWB'],
    [3, 'WBGR'],
    [4, 'BWRG'],
    [5, 'RBGW'],
    [6, 'BRWG'],
    [7, 'WGBR'],
    [8, 'GWRB'],
  ])('turns orientation %i upright', (orientation, corners) => {
    const upright = turnUpright(fourCorners(20, 10), orientation)
    expect([upright.width, upright.height]).toEqual(orientation >= 5 ? [10, 20] : [20, 10])
    expect(cornersOf(upright)).toBe(corners)
  })
})
