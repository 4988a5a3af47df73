// The size of a picture as its header claims it, and which way up it is shown. Reads a few bytes and decodes no pixel, so that
// nobody's claim costs more than looking at it. Pure; throws for what is no picture.
import { exifOrientation, type Orientation } from './exif-orientation.ts'
import { readAvifHeader } from './avif-header.ts'

/** Pixels as stored, before `orientation` turns them. */
export type PictureHeader = { readonly width: number; readonly height: number; readonly orientation: Orientation }

/** SVG is a program, not a picture, and never gets near a decoder. */
export type PictureMime = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/avif'

const EXIF_MARK = 'Exif\0\0'

/** Start-of-frame markers: C0 to CF without the tables DHT, JPG and DAC. */
const startsFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const readJpegHeader = (content: Buffer): PictureHeader => {
  let orientation: Orientation | undefined
  let at = 2
  for (;;) {
    if (content.readUInt8(at) !== 0xff) throw new Error('no marker where one must be')
    const marker = content.readUInt8(at + 1)
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = content.readUInt16BE(at + 2)
    if (length < 2) throw new Error('a segment shorter than its length')
    const body = at + 4
    if (startsFrame(marker)) {
      const [height, width] = [content.readUInt16BE(body + 1), content.readUInt16BE(body + 3)]
      return { width, height, orientation: orientation ?? 1 }
    }
    if (marker === 0xe1 && content.toString('latin1', body, body + EXIF_MARK.length) === EXIF_MARK)
      orientation ??= exifOrientation(content.subarray(body + EXIF_MARK.length, at + 2 + length))
    at += 2 + length
  }
}

const readPngHeader = (content: Buffer): PictureHeader => {
  const size = { width: content.readUInt32BE(16), height: content.readUInt32BE(20) }
  for (let at = 8; at + 12 <= content.length; at += 12 + content.readUInt32BE(at)) {
    const body = at + 8
    const kind = content.toString('latin1', at + 4, body)
    if (kind === 'eXIf')
      return { ...size, orientation: exifOrientation(content.subarray(body, body + content.readUInt32BE(at))) }
    if (kind === 'IDAT') break
  }
  return { ...size, orientation: 1 }
}

const readGifHeader = (content: Buffer): PictureHeader => ({
  width: content.readUInt16LE(6),
  height: content.readUInt16LE(8),
  orientation: 1,
})

/** Browsers show WebP as it is stored, whatever its EXIF says. */
const readWebpHeader = (content: Buffer): PictureHeader => {
  const kind = content.toString('latin1', 12, 16)
  if (kind === 'VP8X')
    return { width: content.readUIntLE(24, 3) + 1, height: content.readUIntLE(27, 3) + 1, orientation: 1 }
  if (kind === 'VP8L') {
    const packed = content.readUInt32LE(21)
    return { width: (packed & 0x3f_ff) + 1, height: ((packed >>> 14) & 0x3f_ff) + 1, orientation: 1 }
  }
  if (kind !== 'VP8 ') throw new Error('no WebP bitstream')
  return { width: content.readUInt16LE(26) & 0x3f_ff, height: content.readUInt16LE(28) & 0x3f_ff, orientation: 1 }
}

const readers: { readonly [Mime in PictureMime]: (content: Buffer) => PictureHeader } = {
  'image/jpeg': readJpegHeader,
  'image/png': readPngHeader,
  'image/gif': readGifHeader,
  'image/webp': readWebpHeader,
  'image/avif': readAvifHeader,
}

export const isPictureMime = (mime: string): mime is PictureMime => Object.hasOwn(readers, mime)

/** @throws when the header is cut off or makes no sense. */
export const readPictureHeader = (mime: PictureMime, content: Buffer): PictureHeader => {
  const header = readers[mime](content)
  if (header.width < 1 || header.height < 1) throw new Error('a picture without an extent')
  return header
}
