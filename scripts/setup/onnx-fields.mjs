// Protocol buffers as far as model files need them: a message as the list of its fields, in their order, and back. Nested messages
// stay bytes until somebody asks for them, so what nobody understands goes through unchanged.

/** @typedef {{ readonly id: number, readonly value: number | Buffer, readonly fixed?: 1 | 5 }} Field a number, or bytes; `fixed`: 8 or 4 of them */

const VARINT = 0
const BYTES = 2
const fixedSizes = { 1: 8, 5: 4 }

/**
 * @param {Buffer} bytes
 * @returns {readonly Field[]}
 */
export function readFields(bytes) {
  /** @type {Field[]} */
  const fields = []
  let at = 0
  const readVarint = () => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes.readUInt8(at)
      at += 1
      value |= BigInt(byte & 127) << shift
      if (byte < 128) return Number(BigInt.asIntN(64, value))
    }
  }
  const take = (/** @type {number} */ count) => {
    at += count
    if (at > bytes.length) throw new Error('the file ends inside a field')
    return bytes.subarray(at - count, at)
  }
  while (at < bytes.length) {
    const key = readVarint()
    const [id, kind] = [key >>> 3, key & 7]
    if (kind === VARINT) fields.push({ id, value: readVarint() })
    else if (kind === BYTES) fields.push({ id, value: take(readVarint()) })
    else if (kind === 1 || kind === 5) fields.push({ id, value: take(fixedSizes[kind]), fixed: kind })
    else throw new Error(`no kind of field: ${kind}`)
  }
  return fields
}

/** @param {number} value */
function varint(value) {
  const bytes = []
  let rest = BigInt.asUintN(64, BigInt(value))
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128)
  return Buffer.from([...bytes, Number(rest)])
}

/** @param {readonly Field[]} fields */
export function writeFields(fields) {
  return Buffer.concat(
    fields.flatMap(({ id, value, fixed }) => {
      if (typeof value === 'number') return [varint(id << 3), varint(value)]
      if (fixed) return [varint((id << 3) | fixed), value]
      return [varint((id << 3) | BYTES), varint(value.length), value]
    }),
  )
}

/**
 * @param {readonly Field[]} fields
 * @param {number} id
 */
export const bytesOf = (fields, id) =>
  fields.flatMap((one) => (one.id === id && Buffer.isBuffer(one.value) ? one.value : []))

/**
 * @param {readonly Field[]} fields
 * @param {number} id
 */
export const textsOf = (fields, id) => bytesOf(fields, id).map((value) => value.toString())

/**
 * @param {readonly Field[]} fields
 * @param {number} id
 */
export const numbersOf = (fields, id) =>
  fields.flatMap((one) => (one.id === id && typeof one.value === 'number' ? one.value : []))
