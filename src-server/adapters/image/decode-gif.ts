// The first frame of a GIF. Every loop ends with the file or with the frame, whatever is in them. Pure; throws for what is broken.
import { limits } from '../../protocol/index.ts'
import type { Pixels } from './pixels.ts'

const MAX_CODES = 4_096
const COLOUR_TABLE_FLAG = 0x80
const INTERLACED_FLAG = 0x40

type Frame = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly interlaced: boolean
  readonly colours: Buffer
  /** The colour that shows nothing; none is -1. */
  readonly transparent: number
  readonly codeBits: number
  readonly packed: Buffer
}

const tableBytes = (flags: number): number => (flags & COLOUR_TABLE_FLAG ? 3 * 2 ** ((flags & 7) + 1) : 0)

/** Blocks of data, each with its length before it, up to one of no length. */
const joinBlocks = (content: Buffer, start: number): { readonly data: Buffer; readonly end: number } => {
  const blocks: Buffer[] = []
  let at = start
  for (let length = content.readUInt8(at); length > 0; length = content.readUInt8(at)) {
    blocks.push(content.subarray(at + 1, at + 1 + length))
    at += 1 + length
  }
  return { data: Buffer.concat(blocks), end: at + 1 }
}

const findFrame = (content: Buffer): Frame => {
  const globalBytes = tableBytes(content.readUInt8(10))
  const globalColours = content.subarray(13, 13 + globalBytes)
  let transparent = -1
  for (let at = 13 + globalBytes; ;) {
    const kind = content.readUInt8(at)
    if (kind === 0x21) {
      const extension = joinBlocks(content, at + 2)
      const controls = content.readUInt8(at + 1) === 0xf9
      if (controls) transparent = extension.data.readUInt8(0) & 1 ? extension.data.readUInt8(3) : -1
      at = extension.end
      continue
    }
    if (kind !== 0x2c) throw new Error('no frame in it')
    const flags = content.readUInt8(at + 9)
    const colours = content.subarray(at + 10, at + 10 + tableBytes(flags))
    const codes = at + 10 + colours.length
    return {
      left: content.readUInt16LE(at + 1),
      top: content.readUInt16LE(at + 3),
      width: content.readUInt16LE(at + 5),
      height: content.readUInt16LE(at + 7),
      interlaced: (flags & INTERLACED_FLAG) !== 0,
      colours: colours.length > 0 ? colours : globalColours,
      transparent,
      codeBits: content.readUInt8(codes),
      packed: joinBlocks(content, codes + 1).data,
    }
  }
}

/** LZW: each code stands for a run that began an earlier one and a value more. @returns a colour's number for each pixel */
const unpack = ({ packed, codeBits, width, height }: Frame): Uint8Array => {
  if (codeBits < 1 || codeBits > 8) throw new Error('no such code size')
  const [clear, end] = [2 ** codeBits, 2 ** codeBits + 1]
  const [before, last, length] = [new Uint16Array(MAX_CODES), new Uint8Array(MAX_CODES), new Uint16Array(MAX_CODES)]
  for (let code = 0; code < clear; code += 1) [last[code], length[code]] = [code, 1]
  const result = new Uint8Array(width * height)
  let [at, known, bits, previous, first] = [0, end + 1, codeBits + 1, -1, 0]
  for (let bit = 0; at < result.length && bit + bits <= packed.length * 8;) {
    const byte = bit >> 3
    const three = (packed[byte] ?? 0) | ((packed[byte + 1] ?? 0) << 8) | ((packed[byte + 2] ?? 0) << 16)
    const code = (three >> (bit & 7)) & (2 ** bits - 1)
    bit += bits
    if (code === end) break
    if (code === clear) {
      ;[known, bits, previous] = [end + 1, codeBits + 1, -1]
      continue
    }
    if (code > known || (code === known && previous < 0)) throw new Error('a code that stands for nothing yet')
    // The one code that may be used as it is made: the previous run and its own beginning again.
    const run = code === known ? previous : code
    const runLength = length[run] ?? 0
    for (let link = run, index = at + runLength - 1; index >= at; link = before[link] ?? 0, index -= 1) {
      first = last[link] ?? 0
      result[index] = first
    }
    at += runLength
    if (code === known) {
      result[at] = first
      at += 1
    }
    if (previous >= 0 && known < MAX_CODES) {
      before[known] = previous
      last[known] = first
      length[known] = (length[previous] ?? 0) + 1
      known += 1
      if (known === 2 ** bits && bits < 12) bits += 1
    }
    previous = code
  }
  if (at < result.length) throw new Error('the frame ends too early')
  return result
}

/** Interlaced rows come in four passes. */
const rowOrder = (height: number, interlaced: boolean): readonly number[] => {
  const passes = interlaced ? [[0, 8] as const, [4, 8] as const, [2, 4] as const, [1, 2] as const] : [[0, 1] as const]
  return passes.flatMap(([start, step]) =>
    Array.from({ length: Math.max(0, Math.ceil((height - start) / step)) }, (_, index) => start + index * step),
  )
}

export const decodeGif = (content: Buffer): Pixels => {
  const [width, height] = [content.readUInt16LE(6), content.readUInt16LE(8)]
  const frame = findFrame(content)
  if (frame.width * frame.height > limits.maxImagePixels) throw new Error('a frame larger than any picture')
  const colours = unpack(frame)
  const data = new Uint8ClampedArray(width * height * 4)
  let from = 0
  for (const row of rowOrder(frame.height, frame.interlaced)) {
    for (let column = 0; column < frame.width; column += 1, from += 1) {
      const colour = colours[from] ?? 0
      const [x, y] = [frame.left + column, frame.top + row]
      if (colour === frame.transparent || x >= width || y >= height) continue
      const [to, at] = [(y * width + x) * 4, colour * 3]
      data[to] = frame.colours[at] ?? 0
      data[to + 1] = frame.colours[at + 1] ?? 0
      data[to + 2] = frame.colours[at + 2] ?? 0
      data[to + 3] = 255
    }
  }
  return { data, width, height }
}
