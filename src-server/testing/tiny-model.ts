// A model small enough to be written by a test, in the format of the real ones: a word's vector has a one in a place of its own, so
// that a sentence's says which words are in it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]']
const FLOAT = 1
const INT64 = 7

const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)])
const number = (field: number, value: number): Buffer => Buffer.from([...varint(field << 3), ...varint(value)])
const bytes = (field: number, ...parts: readonly (Buffer | string)[]): Buffer => {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part as string)))
  return Buffer.concat([Buffer.from([...varint((field << 3) | 2), ...varint(content.length)]), content])
}

/** A place where numbers go in or out, with the names of its dimensions or their sizes. */
const place = (field: number, name: string, kind: number, dims: readonly (string | number)[]): Buffer => {
  const shape = dims.map((dim) => bytes(1, typeof dim === 'string' ? bytes(2, dim) : number(1, dim)))
  return bytes(field, bytes(1, name), bytes(2, bytes(1, number(1, kind), bytes(2, ...shape))))
}

/** The graph: one look-up in a table of `size` × `size`. */
const graphOf = (size: number): Buffer => {
  const table = new Float32Array(size * size)
  for (let index = 0; index < size; index += 1) table[index * size + index] = 1
  const node = bytes(1, bytes(1, 'table'), bytes(1, 'input_ids'), bytes(2, 'last_hidden_state'), bytes(4, 'Gather'))
  const dims = [number(1, size), number(1, size), number(2, FLOAT)]
  const initializer = bytes(5, ...dims, bytes(8, 'table'), bytes(9, Buffer.from(table.buffer)))
  const input = place(11, 'input_ids', INT64, ['batch', 'sequence'])
  const output = place(12, 'last_hidden_state', FLOAT, ['batch', 'sequence', size])
  const graph = bytes(7, node, bytes(2, 'tiny'), initializer, input, output)
  return Buffer.concat([number(1, 8), graph, bytes(8, number(2, 13))])
}

const tokenizerOf = (vocabulary: readonly string[]): object => ({
  version: '1.0',
  added_tokens: special.map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  })),
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true,
  },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '[CLS]', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '[SEP]', type_id: 0 } },
    ],
    pair: [],
    special_tokens: {
      '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
      '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
    },
  },
  decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(vocabulary.map((word, id) => [word, id])),
  },
})

/** @returns the place of a word's one in the vectors */
export const writeTinyModel = (
  folder: string,
  words: readonly string[],
  options: object = {},
): ((word: string) => number) => {
  const vocabulary = [...special, ...words]
  mkdirSync(folder, { recursive: true })
  const write = (name: string, content: object): void => writeFileSync(join(folder, name), JSON.stringify(content))
  writeFileSync(join(folder, 'model.onnx'), graphOf(vocabulary.length))
  write('tokenizer.json', tokenizerOf(vocabulary))
  write('tokenizer_config.json', { tokenizer_class: 'BertTokenizer', unk_token: '[UNK]' })
  write('model.json', options)
  return (word) => vocabulary.indexOf(word)
}
