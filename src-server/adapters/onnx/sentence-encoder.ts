// One model: a sentence in, its vector out, on the calling thread alone. One sentence at a time: two in one run take as long as
// one after another, and in a model of bytes each would change the other's numbers.
import { join } from 'node:path'
import { Tokenizer } from '@huggingface/tokenizers'
import type { InferenceSession, Tensor } from 'onnxruntime-node'
import { readFields, type ModelSpec } from './model-folder.ts'
import { sentenceVector } from './sentence-vector.ts'

export type SentenceEncoder = {
  /** Always the same for the same text. */
  embed(text: string): Promise<Float32Array>
  close(): Promise<void>
}

/** No word of any language has more; a text is cut before it is taken apart, and again by tokens after. */
const MAX_CHARACTERS_PER_TOKEN = 16

const oneThread: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  // Adding and normalising in one step is slower than in two: a tenth to a fifth of a run.
  extra: { optimization: { disable_specified_optimizers: 'SkipLayerNormFusion' } },
  // What a model thinks of itself is for whoever made it.
  logSeverityLevel: 3,
}

/** Numbers of the tokens. Whatever is cut, the last one stays: it tells the model where the text ends. */
export const cutTokens = (ids: readonly number[], maxTokens: number): readonly number[] =>
  ids.length <= maxTokens ? ids : [...ids.slice(0, maxTokens - 1), ...ids.slice(-1)]

const openTokenizer = ({ folder, prefix, maxTokens }: ModelSpec): ((text: string) => readonly number[]) => {
  const path = join(folder, 'tokenizer_config.json')
  const tokenizer = new Tokenizer(readFields(join(folder, 'tokenizer.json')), readFields(path))
  return (text) => {
    const cut = text.slice(0, maxTokens * MAX_CHARACTERS_PER_TOKEN).toWellFormed()
    return cutTokens(tokenizer.encode(prefix + cut).ids, maxTokens)
  }
}

/** Its output: the tokens' vectors, or what the export has pooled itself. */
const vectorOf = (output: Tensor | undefined, pooling: ModelSpec['pooling']): Float32Array => {
  const size = output?.dims.at(-1)
  if (!output || !size || !(output.data instanceof Float32Array)) throw new Error('the model gives no vectors')
  return sentenceVector(output.data, size, pooling)
}

/** Rejects when the model cannot be loaded or does not give what a model for sentences gives. */
export const openSentenceEncoder = async (spec: ModelSpec): Promise<SentenceEncoder> => {
  const tokensOf = openTokenizer(spec)
  // Late: a machine that onnxruntime has no binary for gets the classifier without it.
  const { InferenceSession: Session, Tensor: Values } = await import('onnxruntime-node')
  const session = await Session.create(join(spec.folder, spec.file), oneThread)
  const outputName = session.outputNames.find((name) => name === 'last_hidden_state') ?? session.outputNames[0] ?? ''
  const constants: Readonly<Record<string, bigint>> = { attention_mask: 1n, token_type_ids: 0n }

  const embed = async (text: string): Promise<Float32Array> => {
    const ids = tokensOf(text)
    const row = (numbers: BigInt64Array): Tensor => new Values('int64', numbers, [1, ids.length])
    const feeds: Record<string, Tensor> = {}
    for (const name of session.inputNames) {
      const constant = constants[name]
      feeds[name] = row(
        constant === undefined ? BigInt64Array.from(ids, BigInt) : new BigInt64Array(ids.length).fill(constant),
      )
    }
    const outputs = await session.run(feeds, [outputName])
    return vectorOf(outputs[outputName], spec.pooling)
  }
  // The first run allocates, and shows whether it can run at all.
  await embed('a 啊')
  return { embed, close: async () => session.release() }
}
