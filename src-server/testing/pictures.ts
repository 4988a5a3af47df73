// Pictures for tests, made when asked for: of every format, of any claimed size, turned, moving.
import { crc32, deflateSync } from 'node:zlib'
import { encodeJpeg } from '../adapters/image/encode-jpeg.ts'
import { encodeWebp } from '../adapters/image/encode-webp.ts'
import type { Orientation } from '../adapters/image/exif-orientation.ts'
import type { Pixels } from '../adapters/image/pixels.ts'

type Colour = readonly [red: number, green: number, blue: number]

/** Red above on the left, green on the right; blue below on the left, white on the right. */
const corners: readonly (readonly [Colour, Colour])[] = [
  [
    [200, 0, 0],
    [0, 200, 0],
  ],
  [
    [0, 0, 200],
    [255, 255, 255],
  ],
]

export const fourCorners = (width: number, height: number, opacity = 255): Pixels => {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const colour = corners[y * 2 < height ? 0 : 1]?.[x * 2 < width ? 0 : 1] ?? [0, 0, 0]
      data.set([...colour, opacity], (y * width + x) * 4)
    }
  return { data, width, height }
}

/** The colours of a picture's four corners by their initials, in reading order; · for what shows nothing. */
export const cornersOf = ({ data, width, height }: Pixels): string => {
  const nameAt = (x: number, y: number): string => {
    const [red = 0, green = 0, blue = 0, opacity = 0] = data.subarray((y * width + x) * 4)
    if (opacity < 8) return '·'
    const bright = [red, green, blue].map((part) => part > 100)
    return (
      { 'true,false,false': 'R', 'false,true,false': 'G', 'false,false,true': 'B', 'true,true,true': 'W' }[
        bright.join(',')
      ] ?? '?'
    )
  }
  const [right, bottom] = [width - 2, height - 2]
  return [nameAt(1, 1), nameAt(right, 1), nameAt(1, bottom), nameAt(right, bottom)].join('')
}

/** EXIF with an orientation and the photographer's name. */
const exif = (orientation: Orientation): Buffer => {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4 + 8)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  for (const [index, [tag, kind, count, value]] of [
    [0x01_12, 3, 1, orientation],
    [0x01_3b, 2, 5, tiff.length - 8],
  ].entries()) {
    const entry = 10 + index * 12
    tiff.writeUInt16LE(tag ?? 0, entry)
    tiff.writeUInt16LE(kind ?? 0, entry + 2)
    tiff.writeUInt32LE(count ?? 0, entry + 4)
    tiff.writeUInt32LE(value ?? 0, entry + 8)
  }
  tiff.write('Anna\0', tiff.length - 8, 'latin1')
  return tiff
}

const pngChunk = (kind: string, body: Buffer): Buffer => {
  const chunk = Buffer.alloc(body.length + 12)
  chunk.writeUInt32BE(body.length)
  chunk.write(kind, 4, 'latin1')
  body.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, body.length + 8)), body.length + 8)
  return chunk
}
const pngOf = (width: number, height: number, bits: number, colours: number, rows: Buffer, extra?: Buffer): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([bits, colours, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    pngChunk('IHDR', header),
    ...(extra ? [pngChunk('eXIf', extra)] : []),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

export const makePng = (width: number, height: number, orientation?: Orientation): Buffer => {
  const pixels = Buffer.from(fourCorners(width, height).data.buffer)
  const rows = Array.from({ length: height }, (_, y) => [
    Buffer.alloc(1),
    pixels.subarray(y * width * 4, (y + 1) * width * 4),
  ])
  return pngOf(width, height, 8, 6, Buffer.concat(rows.flat()), orientation && exif(orientation))
}

/** A whole PNG of one bit a pixel: of 20,000 × 20,000 it takes 50 kB, and 1.6 GB as pixels. */
export const makePngBomb = (width: number, height: number): Buffer =>
  pngOf(width, height, 1, 0, Buffer.alloc((Math.ceil(width / 8) + 1) * height))

export const makeJpeg = async (width: number, height: number, orientation?: Orientation): Promise<Buffer> => {
  const jpeg = await encodeJpeg(fourCorners(width, height), 85)
  if (!orientation) return jpeg
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation)])
  const marker = Buffer.from([0xff, 0xe1, 0, body.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), marker, body, jpeg.subarray(2)])
}

/** The same JPEG with a header that claims another size. */
export const claimingJpeg = (jpeg: Buffer, width: number, height: number): Buffer => {
  const claiming = Buffer.from(jpeg)
  const frame = claiming.indexOf(Buffer.from([0xff, 0xc0]))
  claiming.writeUInt16BE(height, frame + 5)
  claiming.writeUInt16BE(width, frame + 7)
  return claiming
}

export const makeWebp = async (width: number, height: number, opacity = 255): Promise<Buffer> =>
  Buffer.from(await encodeWebp(fourCorners(width, height, opacity), 85))

/** Moves: its first frame stands at (left, top) of a larger picture. */
export const makeMovingWebp = async (width: number, height: number, left: number, top: number): Promise<Buffer> => {
  const [frameWidth, frameHeight] = [width - left, height - top]
  // A still with some transparency: everything after its first chunk is what a frame holds.
  const still = await makeWebp(frameWidth, frameHeight, 200)
  const parts = still.subarray(still.toString('latin1', 12, 16) === 'VP8X' ? 30 : 12)
  const frame = Buffer.alloc(24)
  frame.write('ANMF', 'latin1')
  frame.writeUInt32LE(16 + parts.length, 4)
  const numbers = [left / 2, top / 2, frameWidth - 1, frameHeight - 1, 100]
  for (const [index, number] of numbers.entries()) frame.writeUIntLE(number, 8 + index * 3, 3)
  const header = Buffer.alloc(18 + 14)
  header.write('VP8X', 'latin1')
  header.writeUInt32LE(10, 4)
  header.writeUInt8(0x12, 8)
  header.writeUIntLE(width - 1, 12, 3)
  header.writeUIntLE(height - 1, 15, 3)
  header.write('ANIM', 18, 'latin1')
  header.writeUInt32LE(6, 22)
  const body = Buffer.concat([Buffer.from('WEBP'), header, frame, parts, frame, parts])
  const riff = Buffer.alloc(8)
  riff.write('RIFF', 'latin1')
  riff.writeUInt32LE(body.length, 4)
  return Buffer.concat([riff, body])
}

/** 40 × 30, two frames: red, then blue. */
export const movingGif = Buffer.from(
  'R0lGODlhKAAeAIAAAMgAAAAAyCH/C05FVFNDQVBFMi4wAwEAAAAsAAAAACgAHgAAAiGEj6nL7Q+jnLTai7PevPsPhuJIluaJpurKtu4Lx/JMcwUALAAAAAAo' +
    'AB4AAAIhjI+py+0Po5y02ouz3rz7D4biSJbmiabqyrbuC8fyTHMFADs=',
  'base64',
)

/** 40 × 30, red. */
export const redAvif = Buffer.from(
  'AAAAHGZ0eXBhdmlmAAAAAG1pZjFhdmlmbWlhZgAAANZtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEA' +
    'AQAAAAAA+gABAAAAAAAAACUAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABhdjAxAAAAAA5waXRtAAAAAAABAAAAVmlwcnAAAAA4aXBjbwAAAAxhdjFD' +
    'gSACAAAAABRpc3BlAAAAAAAAACgAAAAeAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAgMAAAAtbWRhdBIACgk4FSfrSAhoNIAyFhxCYuTg' +
    'ABYAAKxDfGGkxsD6OigOh2A=',
  'base64',
)
