// A model of four-bit weights (MatMulNBits, unpacked at every run) as one of eight-bit weights, which the processor multiplies as they
// are: more than twice as fast, and five megabytes larger. docs/intents.md has what it costs in accuracy.
import { readFileSync } from 'node:fs'
import { bytesOf, numbersOf, readFields, textsOf, writeFields } from './onnx-fields.mjs'

/** @typedef {import('./onnx-fields.mjs').Field} Field */
/** @typedef {{ readonly name: string, readonly fields: readonly Field[] }} Weights */

// Numbers of the fields in onnx.proto.
const model = { graph: 7 }
const graph = { node: 1, initializer: 5 }
const node = { input: 1, output: 2, kind: 4, attribute: 5 }
const attribute = { name: 1, integer: 3 }
const tensor = { dims: 1, type: 2, name: 8, raw: 9, external: 13, location: 14 }
const pair = { key: 1, value: 2 }
const FLOAT = 1
const INT8 = 3

/** Processors without VNNI add two products in sixteen bits: 2 × 255 × 64 just fits. */
const MOST = 64

/**
 * @param {string} path of the graph; its data lies beside it
 * @param {RegExp} kept weights that stay as they are, by name
 * @returns {Buffer} with all its data inside
 */
export function eightBitModel(path, kept) {
  const fields = readFields(readFileSync(path))
  const graphFields = readFields(bytesOf(fields, model.graph)[0] ?? Buffer.alloc(0))
  const weights = new Map(
    bytesOf(graphFields, graph.initializer).map((bytes) => {
      const inside = readFields(bytes)
      return [textsOf(inside, tensor.name)[0] ?? '', inside]
    }),
  )
  /** @type {(name: string) => Buffer} */
  const dataOf = (name) => rawOf(weights.get(name) ?? [], `${path}_data`)
  const gone = new Set()
  /** @type {Field[]} */
  const added = []
  const nodes = graphFields.map((field) => {
    if (field.id !== graph.node || !Buffer.isBuffer(field.value)) return field
    const inside = readFields(field.value)
    const inputs = textsOf(inside, node.input)
    if (textsOf(inside, node.kind)[0] !== 'MatMulNBits' || kept.test(inputs[1] ?? '')) return field
    const names = [`${inputs[1]}_8`, `${inputs[1]}_scale`]
    added.push(...columnsOf(unpacked(inside, dataOf), names))
    for (const name of inputs.slice(1)) gone.add(name)
    const same = inside.filter(({ id }) => id !== node.input && id !== node.attribute && id !== node.kind)
    const read = [inputs[0] ?? '', ...names].map((name) => text(node.input, name))
    return { id: graph.node, value: writeFields([...read, ...same, text(node.kind, 'DynamicQuantizeMatMul')]) }
  })
  const rest = nodes.flatMap((field) => {
    if (field.id !== graph.initializer || !Buffer.isBuffer(field.value)) return [field]
    const inside = readFields(field.value)
    const name = textsOf(inside, tensor.name)[0] ?? ''
    if (gone.has(name)) return []
    const external = new Set([tensor.external, tensor.location, tensor.raw])
    const same = inside.filter(({ id }) => !external.has(id))
    return bytesOf(inside, tensor.external).length === 0
      ? [field]
      : [{ id: graph.initializer, value: writeFields([...same, { id: tensor.raw, value: dataOf(name) }]) }]
  })
  const whole = { id: model.graph, value: writeFields([...rest, ...added]) }
  return writeFields(fields.map((field) => (field.id === model.graph ? whole : field)))
}

/**
 * @param {number} id
 * @param {string} value
 * @returns {Field}
 */
const text = (id, value) => ({ id, value: Buffer.from(value) })

/**
 * @param {readonly Field[]} fields of a tensor
 * @param {string} dataPath
 */
function rawOf(fields, dataPath) {
  const external = new Map(
    bytesOf(fields, tensor.external).map((bytes) => {
      const inside = readFields(bytes)
      return [textsOf(inside, pair.key)[0] ?? '', textsOf(inside, pair.value)[0] ?? '']
    }),
  )
  if (external.size === 0) return bytesOf(fields, tensor.raw)[0] ?? Buffer.alloc(0)
  const from = Number(external.get('offset') ?? 0)
  return readOnce(dataPath).subarray(from, from + Number(external.get('length')))
}

/** @type {{ path: string, bytes: Buffer }} */
let last = { path: '', bytes: Buffer.alloc(0) }
const readOnce = (/** @type {string} */ path) => {
  if (last.path !== path) last = { path, bytes: readFileSync(path) }
  return last.bytes
}

/**
 * Rows of the weights, one per number that the node gives.
 * @param {readonly Field[]} fields of a MatMulNBits node
 * @param {(name: string) => Buffer} dataOf
 * @returns {readonly Float32Array[]}
 */
function unpacked(fields, dataOf) {
  const said = new Map(
    bytesOf(fields, node.attribute).map((bytes) => {
      const inside = readFields(bytes)
      return [textsOf(inside, attribute.name)[0] ?? '', numbersOf(inside, attribute.integer)[0] ?? 0]
    }),
  )
  const [size = 0, rows = 0, bits, block = 0] = ['K', 'N', 'bits', 'block_size'].map((name) => said.get(name))
  if (bits !== 4) throw new Error(`weights of ${bits} bits`)
  const [, packed = '', scaleName = '', zeroName] = textsOf(fields, node.input)
  const halves = dataOf(packed)
  const scales = dataOf(scaleName)
  const zeros = zeroName ? dataOf(zeroName) : undefined
  const blocks = Math.ceil(size / block)
  const half = (/** @type {Buffer} */ bytes, /** @type {number} */ from, /** @type {number} */ at) => {
    const byte = bytes[from + (at >> 1)] ?? 0
    return at % 2 === 0 ? byte & 15 : byte >> 4
  }
  return Array.from({ length: rows }, (_, row) =>
    Float32Array.from({ length: size }, (__, at) => {
      const inRow = Math.floor(at / block)
      const zero = zeros ? half(zeros, row * Math.ceil(blocks / 2), inRow) : 8
      const value = half(halves, (row * blocks + inRow) * (block / 2), at % block)
      return (value - zero) * scales.readFloatLE((row * blocks + inRow) * 4)
    }),
  )
}

/**
 * Eight bits and one scale for each column.
 * @param {readonly Float32Array[]} rows
 * @param {readonly string[]} names of the numbers and of the scales
 * @returns {readonly Field[]}
 */
function columnsOf(rows, names) {
  const size = rows[0]?.length ?? 0
  const bytes = Buffer.alloc(size * rows.length)
  const scales = Buffer.alloc(rows.length * 4)
  for (const [column, row] of rows.entries()) {
    const scale = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / MOST || 1
    scales.writeFloatLE(scale, column * 4)
    for (const [at, value] of row.entries()) bytes.writeInt8(Math.round(value / scale), at * rows.length + column)
  }
  const made = (
    /** @type {number[]} */ dims,
    /** @type {number} */ type,
    /** @type {string} */ name,
    /** @type {Buffer} */ raw,
  ) => ({
    id: graph.initializer,
    value: writeFields([
      ...dims.map((value) => ({ id: tensor.dims, value })),
      { id: tensor.type, value: type },
      text(tensor.name, name),
      { id: tensor.raw, value: raw },
    ]),
  })
  return [made([size, rows.length], INT8, names[0] ?? '', bytes), made([rows.length], FLOAT, names[1] ?? '', scales)]
}
