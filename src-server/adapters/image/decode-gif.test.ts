import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { movingGif } from '../../testing/pictures.ts'
import { decodeGif } from './decode-gif.ts'

/** Four columns, eight rows, a row of each colour of a palette of eight; colour 2 shows nothing. */
const striped = (interlaced: boolean): Buffer => {
  const colours = Array.from({ length: 8 }, (_, index) => [index * 10, 0, 0]).flat()
  const order = interlaced ? [0, 4, 2, 6, 1, 3, 5, 7] : [0, 1, 2, 3, 4, 5, 6, 7]
  // A clear code (8) before each pixel: every code stays four bits wide.
  const codes = [...order.flatMap((row) => Array.from({ length: 4 }, () => [8, row]).flat()), 9, 0]
  const packed = codes.flatMap((code, index) => (index % 2 === 0 ? [code | ((codes[index + 1] ?? 0) << 4)] : []))
  const header = [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 4, 0, 8, 0, 0x82, 0, 0]
  const control = [0x21, 0xf9, 4, 1, 0, 0, 2, 0]
  const frame = [0x2c, 0, 0, 0, 0, 4, 0, 8, 0, interlaced ? 0x40 : 0, 3, packed.length, ...packed, 0, 0x3b]
  return Buffer.from([...header, ...colours, ...control, ...frame])
}

describe('decoding a GIF', () => {
  it.each([false, true])('puts every row where it belongs, interlaced: %s', (interlaced) => {
    const { data, width, height } = decodeGif(striped(interlaced))
    expect([width, height]).toEqual([4, 8])
    const firstOfRows = Array.from({ length: 8 }, (_, row) => [...data.subarray(row * 16, row * 16 + 4)])
    const shown = [0, 10, 30, 40, 50, 60, 70].map((red) => [red, 0, 0, 255])
    expect(firstOfRows).toEqual([...shown.slice(0, 2), [0, 0, 0, 0], ...shown.slice(2)])
  })

  it('takes the first frame of several', () => {
    const { data } = decodeGif(movingGif)
    expect(
      new Set(Array.from({ length: data.length / 4 }, (_, index) => data.subarray(index * 4, index * 4 + 4).join())),
    ).toEqual(new Set(['200,0,0,255']))
  })

  it('refuses a frame larger than any picture', () => {
    const huge = Buffer.from(movingGif)
    const frame = huge.indexOf(0x2c, 13 + 6 + 19)
    huge.writeUInt16LE(60_000, frame + 5)
    huge.writeUInt16LE(60_000, frame + 7)
    expect(() => decodeGif(huge)).toThrow('larger than any picture')
  })

  it('[D9.15] whatever the bytes: a picture or an error, and never without end', () => {
    const changes = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 8 })
    fc.assert(
      fc.property(changes, fc.boolean(), (bytes, interlaced) => {
        const content = striped(interlaced)
        // The size is bounded before.
        for (const [at, value] of bytes) if (at % content.length > 9) content[at % content.length] = value
        try {
          expect(decodeGif(content).data).toHaveLength(4 * 8 * 4)
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      }),
    )
  })
})
