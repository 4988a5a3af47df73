// Which models lie in a folder: one Hugging Face export, or some of them side by side. Reads their small files, loads nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { limits } from '../../protocol/index.ts'

export type ModelSpec = {
  readonly name: string
  readonly folder: string
  /** Texts it can read: in Han characters, in any other script, or all. */
  readonly serves: 'han' | 'other' | 'all'
  readonly file: string
  /** How a sentence's vector is made of its tokens' vectors. */
  readonly pooling: 'cls' | 'mean'
  /** Put before every text, such as `query: ` for the E5 family. */
  readonly prefix: string
  readonly maxTokens: number
}

export type ModelFolder = { readonly models: readonly ModelSpec[]; readonly problems: readonly string[] }

type Fields = Readonly<Record<string, unknown>>

/** Where exports keep their graph, the smallest kind first: all of them run on a plain processor. */
const usualFiles = ['model_quantized', 'model_int8', 'model_uint8', 'model_q4', 'model'].flatMap((name) => [
  `onnx/${name}.onnx`,
  `${name}.onnx`,
])

export const readFields = (path: string): Fields => {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (typeof value !== 'object' || value === null) throw new Error(`${path} holds no object`)
  return value as Fields
}

const fieldsIfAny = (path: string): Fields => (existsSync(path) ? readFields(path) : {})

const isExport = (folder: string): boolean => existsSync(join(folder, 'tokenizer.json'))

/** As sentence-transformers write it down; without a word the mean, which most models are trained for. */
const poolingOf = (folder: string, said: unknown): ModelSpec['pooling'] => {
  if (said === 'cls' || said === 'mean') return said
  if (said !== undefined) throw new Error(`pooling is neither cls nor mean in ${folder}`)
  return fieldsIfAny(join(folder, '1_Pooling', 'config.json'))['pooling_mode_cls_token'] === true ? 'cls' : 'mean'
}

const fileOf = (folder: string, said: unknown): string => {
  const files = typeof said === 'string' ? [said] : usualFiles
  const found = files.find((file) => existsSync(join(folder, file)))
  if (found === undefined) throw new Error(`no ${files.join(', ')} in ${folder}`)
  return found
}

const readSpec = (folder: string): ModelSpec => {
  const said = fieldsIfAny(join(folder, 'model.json'))
  const { max_position_embeddings: positions } = fieldsIfAny(join(folder, 'config.json'))
  const { serves, prefix } = said
  return {
    name: basename(folder),
    folder,
    serves: serves === 'han' || serves === 'other' ? serves : 'all',
    file: fileOf(folder, said['file']),
    pooling: poolingOf(folder, said['pooling']),
    prefix: typeof prefix === 'string' ? prefix : '',
    // RoBERTa counts two positions more than it can use.
    maxTokens: Math.min(limits.maxIntentTokens, typeof positions === 'number' ? positions - 2 : limits.maxIntentTokens),
  }
}

/** One that reads everything stands alone; otherwise one for each script, the first by name. */
const chosen = (specs: readonly ModelSpec[]): readonly ModelSpec[] => {
  const first = (serves: ModelSpec['serves']) => specs.find((spec) => spec.serves === serves)
  const all = first('all')
  return (all ? [all] : [first('han'), first('other')]).filter((spec) => spec !== undefined)
}

/** @param modelDir undefined where nobody has any */
export const findModels = (modelDir: string | undefined): ModelFolder => {
  if (modelDir === undefined) return { models: [], problems: ['there is no folder of models'] }
  const specs: ModelSpec[] = []
  const problems: string[] = []
  try {
    const root = resolve(modelDir)
    const inside = readdirSync(root, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'))
    const folders = isExport(root) ? [root] : inside.map(({ name }) => join(root, name)).filter(isExport)
    if (folders.length === 0) problems.push(`no model in ${root}`)
    for (const folder of folders.toSorted()) {
      try {
        specs.push(readSpec(folder))
      } catch (error) {
        problems.push(reasonOf(error))
      }
    }
  } catch (error) {
    problems.push(reasonOf(error))
  }
  return { models: chosen(specs), problems }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
