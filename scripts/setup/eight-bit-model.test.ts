import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { expect, it } from 'vitest'
import { eightBitModel } from './eight-bit-model.mjs'
import { readFields, writeFields, type Field } from './onnx-fields.mjs'

const SIZE = 64
const ROWS = 3
const BLOCK = 32

const text = (id: number, value: string): Field => ({ id, value: Buffer.from(value) })
const message = (id: number, ...fields: readonly Field[]): Field => ({ id, value: writeFields(fields) })
const number = (id: number, value: number): Field => ({ id, value })
const place = (id: number, name: string, ...dims: readonly number[]): Field => {
  const shape = dims.map((dim) => message(1, number(1, dim)))
  return message(id, text(1, name), message(2, message(1, number(1, 1), message(2, ...shape))))
}

/** One product of numbers of four bits, with the zero of each block in the graph and the rest of its data beside it. */
const writeFourBitModel = (): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'frontdesk-eight-bit-')), 'model.onnx')
  const packed = Buffer.from(Array.from({ length: (ROWS * SIZE) / 2 }, (_, at) => (at * 37) % 256))
  const scales = Buffer.from(Float32Array.from({ length: ROWS * 2 }, (_, at) => 0.1 * (at + 1)).buffer)
  writeFileSync(`${path}_data`, Buffer.concat([packed, scales]))
  const outside = (name: string, type: number, dims: readonly number[], offset: number, length: number): Field =>
    message(
      5,
      ...dims.map((dim) => number(1, dim)),
      number(2, type),
      text(8, name),
      ...Object.entries({ location: 'model.onnx_data', offset, length }).map(([key, value]) =>
        message(13, text(1, key), text(2, String(value))),
      ),
      number(14, 1),
    )
  const attributes = Object.entries({ K: SIZE, N: ROWS, bits: 4, block_size: BLOCK }).map(([name, value]) =>
    message(5, text(1, name), number(3, value), number(20, 2)),
  )
  const zeros = message(5, number(1, ROWS), number(2, 2), text(8, 'zeros'), {
    id: 9,
    value: Buffer.from([0x87, 0x98, 0x6a]),
  })
  const inputs = ['in', 'weights', 'scales', 'zeros'].map((name) => text(1, name))
  const node = message(1, ...inputs, text(2, 'out'), text(4, 'MatMulNBits'), ...attributes, text(7, 'com.microsoft'))
  const graph = message(
    7,
    node,
    text(2, 'four'),
    outside('weights', 2, [ROWS, 2, BLOCK / 2], 0, packed.length),
    outside('scales', 1, [ROWS * 2], packed.length, scales.length),
    zeros,
    place(11, 'in', 2, SIZE),
    place(12, 'out', 2, ROWS),
  )
  const opsets = [message(8, number(2, 14)), message(8, text(1, 'com.microsoft'), number(2, 1))]
  writeFileSync(path, writeFields([number(1, 8), graph, ...opsets]))
  return path
}

const run = async (model: string): Promise<readonly number[]> => {
  const session = await InferenceSession.create(model, { logSeverityLevel: 3 })
  const values = Float32Array.from({ length: 2 * SIZE }, (_, at) => Math.sin(at))
  const { out } = await session.run({ in: new Tensor('float32', values, [2, SIZE]) })
  return [...((out as Tensor).data as Float32Array)]
}

it('says of eight bits what it said of four, with nothing beside it', async () => {
  const path = writeFourBitModel()
  const before = await run(path)
  const alone = join(mkdtempSync(join(tmpdir(), 'frontdesk-eight-bit-')), 'model.onnx')
  writeFileSync(alone, eightBitModel(path, /never/u))
  expect(readFileSync(alone).includes('MatMulNBits')).toBe(false)
  const after = await run(alone)
  expect(Math.max(...before.map(Math.abs))).toBeGreaterThan(40)
  for (const [at, value] of after.entries()) expect(Math.abs(value - (before[at] ?? 0))).toBeLessThan(1)
})

it('leaves weights as they are that are to be kept, and takes their data along', async () => {
  const path = writeFourBitModel()
  const alone = join(mkdtempSync(join(tmpdir(), 'frontdesk-eight-bit-')), 'model.onnx')
  writeFileSync(alone, eightBitModel(path, /^weights$/u))
  expect(await run(alone)).toEqual(await run(path))
})

it('gives back every field it read, and refuses half a file', () => {
  const bytes = readFileSync(writeFourBitModel())
  expect(writeFields(readFields(bytes))).toEqual(bytes)
  expect(() => readFields(bytes.subarray(0, -3))).toThrow('ends inside')
})
