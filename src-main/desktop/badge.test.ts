import { describe, expect, it } from 'vitest'
import { BADGE_SIZE, badgeBitmap, badgeText, tinted, withDot, type Bitmap } from './badge.ts'
import { notificationOptions } from './notification-options.ts'

const at = ({ pixels, size }: Bitmap, x: number, y: number) => [
  ...pixels.subarray((y * size + x) * 4, (y * size + x) * 4 + 4),
]
const countOf = ({ pixels }: Bitmap, colour: readonly number[]) => {
  let count = 0
  for (let place = 0; place < pixels.length; place += 4)
    if (colour.every((value, channel) => pixels[place + channel] === value)) count += 1
  return count
}
const white = [255, 255, 255, 255]
const red = [0x2d, 0x2f, 0xc4, 0xff]

describe('the number on the taskbar of Windows', () => {
  it.each([
    [1, '1'],
    [42, '42'],
    [99, '99'],
    [100, '9+'],
    [1_000_000, '9+'],
  ])('%i is written %s', (unread, text) => expect(badgeText(unread)).toBe(text))

  it('is white on a red disc, clear in the corners, and another for each number', () => {
    const one = badgeBitmap(1)
    expect(one.pixels).toHaveLength(BADGE_SIZE * BADGE_SIZE * 4)
    expect([at(one, 0, 0)[3], at(one, BADGE_SIZE / 2, 1)]).toEqual([0, red])
    const inks = Array.from({ length: 9 }, (_, index) => badgeBitmap(index + 1).pixels.toString('base64'))
    expect(new Set(inks).size).toBe(9)
    // The seven strokes of an eight at four by four pixels each.
    expect(countOf(badgeBitmap(8), white)).toBe(13 * 16)
    expect(countOf(badgeBitmap(42), white)).toBe((9 + 11) * 9)
  })
})

describe('the tray icon', () => {
  const square: Bitmap = { pixels: Buffer.alloc(16 * 16 * 4, 200), size: 16 }
  it('has a red dot with a clear ring while something is unread, and the icon is left as it was', () => {
    const dotted = withDot(square)
    expect(at(dotted, 12, 12)).toEqual(red)
    expect(at(dotted, 7, 12)).toEqual([0, 0, 0, 0])
    expect(at(dotted, 2, 2)).toEqual([200, 200, 200, 200])
    expect(at(square, 12, 12)).toEqual([200, 200, 200, 200])
  })
  it('takes another colour on a dark bar, with its soft edges', () => {
    const pixels = Buffer.from([10, 10, 10, 255, 5, 5, 5, 128, 0, 0, 0, 0, 1, 1, 1, 255])
    const changed = tinted({ pixels, size: 2 }, [100, 200, 50])
    expect([...changed.pixels]).toEqual([50, 200, 100, 255, 25, 100, 50, 128, 0, 0, 0, 0, 50, 200, 100, 255])
  })
})

describe('a native notification', () => {
  const wanted = { title: 'Amy', body: 'hi', conversation: 7, mayReply: true }
  it('has a field for an answer on macOS, where there is somebody to answer', () => {
    expect(notificationOptions('darwin', wanted, 'Answer')).toMatchObject({
      hasReply: true,
      replyPlaceholder: 'Answer',
    })
    for (const [system, change] of [
      ['linux', {}],
      ['win32', {}],
      ['darwin', { mayReply: false }],
      ['darwin', { conversation: 0 }],
    ] as const)
      expect(notificationOptions(system, { ...wanted, ...change }, 'Answer')).toEqual({
        title: 'Amy',
        body: 'hi',
        silent: true,
      })
  })
})
