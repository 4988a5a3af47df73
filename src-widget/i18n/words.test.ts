import { describe, expect, it } from 'vitest'
import { bubbleEn } from './bubble-en.ts'
import { bubbleZh } from './bubble-zh.ts'
import { en as panelEn } from './en.ts'
import { chooseLocale } from './locale.ts'
import { wordsOf } from './words.ts'
import { zh as panelZh } from './zh.ts'

const en = { panel: panelEn, bubble: bubbleEn }
const zh = { panel: panelZh, bubble: bubbleZh }

type Leaf = { readonly path: string; readonly value: unknown }
const leaves = (node: unknown, path = ''): Leaf[] =>
  typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, value]) => leaves(value, `${path}.${key}`))
    : [{ path, value: node }]

const spoken = (value: unknown): string =>
  typeof value === 'function' ? (value as (...words: unknown[]) => string)('Li', 2) : String(value)

describe('the catalogues', () => {
  it('have the same keys with the same kinds of words', () => {
    const shape = (words: unknown) => leaves(words).map(({ path, value }) => `${path}: ${typeof value}`)
    expect(shape(zh)).toEqual(shape(en))
  })

  it('never shout and never leave a word empty', () => {
    for (const { path, value } of [...leaves(en), ...leaves(zh)]) {
      expect(spoken(value), path).not.toMatch(/[!\uff01]/)
      expect(spoken(value), path).not.toBe('')
    }
  })

  it('use Chinese punctuation in Chinese sentences', () => {
    for (const { path, value } of leaves(zh)) expect(spoken(value), path).not.toMatch(/[\u4e00-\u9fff][,?;:(]/)
  })
})

describe('the language of a page', () => {
  it('is the first wish we can serve', () => {
    expect(chooseLocale([undefined, 'zh-Hant-TW', 'en'])).toBe('zh')
    expect(chooseLocale([null, '', 'fr', 'en-US', 'zh'])).toBe('en')
  })

  it('is English when nothing fits', () => {
    expect(chooseLocale(['fr', 'de'])).toBe('en')
    expect(wordsOf('en').day.today).toBe('Today')
  })
})
