import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeTinyModel } from '../../testing/tiny-model.ts'
import { openTextEncoders } from './text-encoders.ts'

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'frontdesk-encoders-'))
const placesOf = (vector: Float32Array | undefined): readonly number[] | undefined =>
  vector && [...vector.keys()].filter((index) => (vector[index] ?? 0) > 0)

describe('text encoders', () => {
  it('give Han text to one model, the rest to the other, and mixed text to both', async () => {
    const root = newFolder()
    const han = writeTinyModel(join(root, 'a'), ['退', '款'], { serves: 'han' })
    const other = writeTinyModel(join(root, 'b'), ['refund', 'please'], { serves: 'other' })
    const encoders = await openTextEncoders(root)
    expect(encoders).toMatchObject({ models: ['a', 'b'], scripts: ['han', 'other'], problems: [] })
    const chinese = await encoders.embed({ text: '退款', script: 'han' })
    expect([placesOf(chinese.han), chinese.other]).toEqual([[2, 3, han('退'), han('款')], undefined])
    const english = await encoders.embed({ text: 'Refund please', script: 'other' })
    expect([english.han, placesOf(english.other)]).toEqual([undefined, [2, 3, other('refund'), other('please')]])
    const mixed = await encoders.embed({ text: 'refund 款', script: 'mixed' })
    expect(placesOf(mixed.han)).toContain(han('款'))
    expect(placesOf(mixed.other)).toContain(other('refund'))
    await encoders.close()
  })

  it('give everything to a model that reads everything', async () => {
    const root = newFolder()
    const at = writeTinyModel(root, ['退', 'refund', 'query'], { pooling: 'mean', prefix: 'query ' })
    const encoders = await openTextEncoders(root)
    expect(encoders.scripts).toEqual(['han', 'other'])
    const embedded = await encoders.embed({ text: '退', script: 'han' })
    expect([embedded.han, placesOf(embedded.other)]).toEqual([undefined, [2, 3, at('退'), at('query')]])
    await encoders.close()
  })

  it('read the beginning of a text without end, whatever is in it, and always the same', async () => {
    const root = newFolder()
    writeTinyModel(root, ['a', 'b'])
    const encoders = await openTextEncoders(root)
    for (const text of ['a '.repeat(10_000), '\ud800', '[SEP]'.repeat(500), '\u0000', 'x'.repeat(10_000)]) {
      const once = await encoders.embed({ text, script: 'other' })
      const again = await encoders.embed({ text, script: 'other' })
      expect(once.other?.every(Number.isFinite)).toBe(true)
      expect(again).toEqual(once)
    }
    await encoders.close()
  })

  it('do without a model that cannot be loaded, and name it', async () => {
    const root = newFolder()
    writeTinyModel(join(root, 'a'), ['退'], { serves: 'han' })
    writeTinyModel(join(root, 'b'), ['x'], { serves: 'other' })
    writeFileSync(join(root, 'b', 'model.onnx'), 'no model')
    const encoders = await openTextEncoders(root)
    expect(encoders).toMatchObject({ models: ['a'], scripts: ['han'], problems: [expect.stringMatching(/^b: /u)] })
    expect(await encoders.embed({ text: 'x', script: 'other' })).toEqual({
      text: 'x',
      han: undefined,
      other: undefined,
    })
    await encoders.close()
  })
})
