import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeJpeg, makePng, makeWebp, movingGif, redAvif } from '../../testing/pictures.ts'
import type { Orientation } from './exif-orientation.ts'
import { readPictureHeader, type PictureMime } from './picture-header.ts'

/** The AVIF with one more property. */
const withProperty = (kind: string, value: number): Buffer => {
  const box = Buffer.concat([Buffer.from([0, 0, 0, 9]), Buffer.from(kind), Buffer.from([value])])
  const at = redAvif.indexOf('ipco') - 4
  const grown = Buffer.concat([redAvif.subarray(0, at + 8), box, redAvif.subarray(at + 8)])
  for (const parent of ['meta', 'iprp', 'ipco']) {
    const start = grown.indexOf(parent) - 4
    grown.writeUInt32BE(grown.readUInt32BE(start) + box.length, start)
  }
  return grown
}

describe('the header of a picture', () => {
  const upright = { width: 40, height: 30, orientation: 1 }

  it.each<[PictureMime, () => Promise<Buffer>]>([
    ['image/jpeg', async () => makeJpeg(40, 30)],
    ['image/png', async () => makePng(40, 30)],
    ['image/webp', async () => makeWebp(40, 30)],
    ['image/webp', async () => makeWebp(40, 30, 100)],
    ['image/gif', async () => movingGif],
    ['image/avif', async () => redAvif],
  ])('tells the size of %s', async (mime, make) => {
    expect(readPictureHeader(mime, await make())).toEqual(upright)
  })

  it('knows a lossless WebP too', () => {
    const lossless = Buffer.from('RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\0\0\0\0', 'latin1')
    lossless.writeUInt32LE(39 | (29 << 14), 21)
    expect(readPictureHeader('image/webp', lossless)).toEqual(upright)
  })

  it.each<Orientation>([2, 3, 4, 5, 6, 7, 8])(
    'reads EXIF orientation %i of JPEG and PNG, as browsers do',
    async (orientation) => {
      expect(readPictureHeader('image/jpeg', await makeJpeg(40, 30, orientation))).toEqual({ ...upright, orientation })
      expect(readPictureHeader('image/png', makePng(40, 30, orientation))).toEqual({ ...upright, orientation })
    },
  )

  it.each([
    ['irot', 1, 8],
    ['irot', 2, 3],
    ['irot', 3, 6],
    ['imir', 0, 4],
    ['imir', 1, 2],
  ])('reads how an AVIF is turned: %s %i', (kind, value, orientation) => {
    expect(readPictureHeader('image/avif', withProperty(kind, value))).toEqual({ ...upright, orientation })
  })

  it('takes the orientation of broken EXIF for upright', async () => {
    const jpeg = await makeJpeg(40, 30, 6)
    jpeg.writeUInt32LE(0xff_ff_ff_f0, jpeg.indexOf('II*\0') + 4)
    expect(readPictureHeader('image/jpeg', jpeg)).toEqual(upright)
  })

  it('[D9.15] whatever the bytes: an extent or an error, and no endless reading', async () => {
    const wholes = [await makeJpeg(40, 30, 6), makePng(40, 30, 6), await makeWebp(40, 30), movingGif, redAvif]
    const mimes: readonly PictureMime[] = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']
    const changes = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 })
    fc.assert(
      fc.property(fc.nat(mimes.length - 1), changes, fc.option(fc.nat(400)), (index, bytes, cut) => {
        const content = Buffer.from(wholes[index] ?? Buffer.alloc(0))
        for (const [at, value] of bytes) content[at % content.length] = value
        try {
          const header = readPictureHeader(mimes[index] ?? 'image/png', content.subarray(0, cut ?? content.length))
          expect(header.width * header.height).toBeGreaterThan(0)
          expect(header.orientation).toBeGreaterThanOrEqual(1)
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      }),
    )
  })
})
