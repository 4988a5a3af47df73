// The part of MessagePack that frames are made of, in a quarter of the library's size: the build of the widget puts it in the
// library's place. Everything our server writes is read (no extension types, no 32-bit floats, no negative number beyond 32
// bits); written are only the flat frames of a client.

const text = new TextEncoder()
const utf8 = new TextDecoder()

/** Named and made like the library's own, options and all. */
export class Encoder {
  encode(value: unknown): Uint8Array {
    const bytes: number[] = []
    write(bytes, value)
    return Uint8Array.from(bytes)
  }
}

export class Decoder {
  /** @throws on anything that is not exactly one well-formed value. */
  decode(bytes: Uint8Array): unknown {
    const reader = createReader(bytes)
    const value = reader.read()
    if (reader.left() !== 0) throw new RangeError('bytes after the value')
    return value
  }
}

/** A head and four bytes of number or length: short forms would save a client's few frames nothing that counts. */
const writeHead = (bytes: number[], head: number, value: number): void =>
  void bytes.push(head, value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)

const write = (bytes: number[], value: unknown): void => {
  if (typeof value === 'number') {
    // What does not fit into 32 bits goes as a double, which every reader turns into the same number.
    if (value >>> 0 === value) writeHead(bytes, 0xce, value)
    else bytes.push(0xcb, ...new Uint8Array(new Float64Array([value]).buffer).toReversed())
  } else if (typeof value === 'string') {
    const encoded = text.encode(value)
    writeHead(bytes, 0xdb, encoded.length)
    for (const byte of encoded) bytes.push(byte)
  } else if (Array.isArray(value)) {
    writeHead(bytes, 0xdd, value.length)
    for (const item of value) write(bytes, item)
  } else bytes.push(value === true ? 0xc3 : value === false ? 0xc2 : 0xc0)
}

const createReader = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0

  /** Moves on by `width`; reading past the end throws in the view or below. */
  const take = (width: number): number => {
    at += width
    if (at > bytes.length) throw new RangeError('cut off')
    return at - width
  }
  const unsigned = (width: number): number => {
    const from = take(width)
    if (width === 1) return view.getUint8(from)
    if (width === 2) return view.getUint16(from)
    // Beyond 2^53 a number is no longer exact; no id or time of ours comes near.
    return width === 4 ? view.getUint32(from) : Number(view.getBigUint64(from))
  }
  const signed = (width: number): number => {
    if (width === 8) return Number(view.getBigInt64(take(8)))
    const value = unsigned(width)
    return value < 2 ** (width * 8 - 1) ? value : value - 2 ** (width * 8)
  }
  const slice = (length: number): Uint8Array => {
    const from = take(length)
    return bytes.subarray(from, at)
  }
  const string = (length: number): string => utf8.decode(slice(length))
  /** Grows as items come: a length that lies costs nothing. */
  const array = (length: number): unknown[] => {
    const items: unknown[] = []
    while (items.length < length) items.push(read())
    return items
  }
  const map = (length: number): Record<string, unknown> => {
    const object: Record<string, unknown> = {}
    for (let index = 0; index < length; index += 1) {
      const key = String(read())
      if (key === '__proto__') throw new RangeError('not a key')
      object[key] = read()
    }
    return object
  }

  const read = (): unknown => {
    const head = unsigned(1)
    if (head < 0x80) return head
    if (head < 0x90) return map(head & 15)
    if (head < 0xa0) return array(head & 15)
    if (head < 0xc0) return string(head & 31)
    if (head >= 0xe0) return head - 256
    switch (head) {
      case 0xc0:
        return null
      case 0xc2:
      case 0xc3:
        return head === 0xc3
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return slice(unsigned(1 << (head - 0xc4)))
      case 0xcb:
        return view.getFloat64(take(8))
      case 0xcc:
      case 0xcd:
      case 0xce:
      case 0xcf:
        return unsigned(1 << (head - 0xcc))
      case 0xd0:
      case 0xd1:
      case 0xd2:
      case 0xd3:
        return signed(1 << (head - 0xd0))
      case 0xd9:
      case 0xda:
      case 0xdb:
        return string(unsigned(1 << (head - 0xd9)))
      case 0xdc:
      case 0xdd:
        return array(unsigned(2 << (head - 0xdc)))
      case 0xde:
      case 0xdf:
        return map(unsigned(2 << (head - 0xde)))
      default:
        throw new RangeError('unknown type')
    }
  }

  return { read, left: () => bytes.length - at }
}
