import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { findModels } from './model-folder.ts'

const makeFolder = (files: Readonly<Record<string, object>>): string => {
  const root = mkdtempSync(join(tmpdir(), 'frontdesk-models-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), JSON.stringify(content))
  }
  return root
}

describe('a folder of models', () => {
  it('may be any export: what it does not say is what most of them do', () => {
    const root = makeFolder({
      'tokenizer.json': {},
      'config.json': { max_position_embeddings: 66 },
      'onnx/model.onnx': {},
      'onnx/model_quantized.onnx': {},
    })
    expect(findModels(root)).toMatchObject({
      models: [
        { folder: root, serves: 'all', file: 'onnx/model_quantized.onnx', pooling: 'mean', prefix: '', maxTokens: 64 },
      ],
      problems: [],
    })
  })

  it('believes the export about its pooling, and model.json about everything', () => {
    const sentences = {
      'tokenizer.json': {},
      'model.onnx': {},
      '1_Pooling/config.json': { pooling_mode_cls_token: true },
    }
    expect(findModels(makeFolder(sentences)).models).toMatchObject([
      { pooling: 'cls', maxTokens: limits.maxIntentTokens },
    ])
    const said = { 'model.json': { pooling: 'mean', prefix: 'query: ', file: 'model.onnx', serves: 'han' } }
    expect(findModels(makeFolder({ ...sentences, ...said })).models).toMatchObject([
      { pooling: 'mean', prefix: 'query: ', serves: 'han' },
    ])
  })

  it('may hold one for each script; one that reads everything stands alone', () => {
    const model = (name: string, serves: string) => ({
      [`${name}/tokenizer.json`]: {},
      [`${name}/model.onnx`]: {},
      [`${name}/model.json`]: { serves },
    })
    const two = { ...model('a', 'other'), ...model('b', 'han'), 'readme/text.json': {} }
    expect(findModels(makeFolder(two)).models.map(({ name }) => name)).toEqual(['b', 'a'])
    expect(findModels(makeFolder({ ...two, ...model('c', 'all') })).models.map(({ name }) => name)).toEqual(['c'])
  })

  it('leaves out what is broken and says why', () => {
    expect(findModels(undefined)).toEqual({ models: [], problems: ['there is no folder of models'] })
    expect(findModels('/does/not/exist').problems).toEqual([expect.stringContaining('ENOENT')])
    expect(findModels(makeFolder({ 'a.json': {} })).problems).toEqual([expect.stringContaining('no model in')])
    const broken = makeFolder({
      'a/tokenizer.json': {},
      'b/tokenizer.json': {},
      'b/model.onnx': {},
      'b/model.json': { pooling: 'max' },
      'c/tokenizer.json': {},
      'c/model.onnx': {},
    })
    expect(findModels(broken)).toMatchObject({
      models: [{ name: 'c' }],
      problems: [
        expect.stringContaining('no onnx/model_quantized.onnx'),
        expect.stringContaining('neither cls nor mean'),
      ],
    })
  })
})
