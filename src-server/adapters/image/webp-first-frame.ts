// The first frame of an animated WebP as a still WebP, which is all that the decoder takes. Pure; throws for what is cut off.
import type { Pixels } from './pixels.ts'

const RIFF_HEADER_BYTES = 12
const CHUNK_HEADER_BYTES = 8
const FRAME_HEADER_BYTES = 16
const HAS_ALPHA = 0x10

export type FirstFrame = {
  readonly still: Buffer
  /** Puts the decoded frame where it stands in the picture; around it there is nothing. */
  place(frame: Pixels): Pixels
}

const chunk = (kind: string, body: Buffer): Buffer => {
  const header = Buffer.alloc(CHUNK_HEADER_BYTES)
  header.write(kind, 'latin1')
  header.writeUInt32LE(body.length, 4)
  return Buffer.concat([header, body, Buffer.alloc(body.length % 2)])
}

/** The body of the first chunk of that kind. */
const bodyOf = (content: Buffer, wanted: string): Buffer => {
  for (let at = RIFF_HEADER_BYTES; at + CHUNK_HEADER_BYTES <= content.length;) {
    const length = content.readUInt32LE(at + 4)
    const body = at + CHUNK_HEADER_BYTES
    if (content.toString('latin1', at, at + 4) === wanted) return content.subarray(body, body + length)
    at = body + length + (length % 2)
  }
  throw new Error(`no ${wanted} in it`)
}

const stillOf = (width: number, height: number, parts: Buffer): Buffer => {
  const extended = Buffer.alloc(10)
  extended.writeUInt8(HAS_ALPHA)
  extended.writeUIntLE(width - 1, 4, 3)
  extended.writeUIntLE(height - 1, 7, 3)
  // Only transparency in a chunk of its own needs the extended form.
  const first = parts.toString('latin1', 0, 4) === 'ALPH' ? chunk('VP8X', extended) : Buffer.alloc(0)
  return chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), first, parts]))
}

/** @returns nothing for a picture that does not move */
export const firstFrameOfWebp = (content: Buffer): FirstFrame | undefined => {
  const moves = content.toString('latin1', 12, 16) === 'VP8X' && (content.readUInt8(20) & 0x02) !== 0
  if (!moves) return undefined
  const [width, height] = [content.readUIntLE(24, 3) + 1, content.readUIntLE(27, 3) + 1]
  const frame = bodyOf(content, 'ANMF')
  const [left, top] = [frame.readUIntLE(0, 3) * 2, frame.readUIntLE(3, 3) * 2]
  const [frameWidth, frameHeight] = [frame.readUIntLE(6, 3) + 1, frame.readUIntLE(9, 3) + 1]
  if (left + frameWidth > width || top + frameHeight > height) throw new Error('a frame outside of its picture')
  return {
    still: stillOf(frameWidth, frameHeight, frame.subarray(FRAME_HEADER_BYTES)),
    place: (pixels) => {
      if (pixels.width !== frameWidth || pixels.height !== frameHeight) throw new Error('a frame of another size')
      const data = new Uint8ClampedArray(width * height * 4)
      for (let row = 0; row < frameHeight; row += 1)
        data.set(
          pixels.data.subarray(row * frameWidth * 4, (row + 1) * frameWidth * 4),
          ((top + row) * width + left) * 4,
        )
      return { data, width, height }
    },
  }
}
