import { describe, expect, it } from 'vitest'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh.ts'
import { contextMenu, type Clicked } from './context-menu.ts'
import { spellLanguages, spellsByDefault } from './spelling.ts'

const nothing: Clicked = {
  isEditable: false,
  selectionText: '',
  misspelledWord: '',
  dictionarySuggestions: [],
  linkURL: '',
}
const done: string[] = []
const actions = {
  replace: (word: string) => void done.push(`replace ${word}`),
  learn: (word: string) => void done.push(`learn ${word}`),
  copyLink: (url: string) => void done.push(`link ${url}`),
}
const labels = (change: Partial<Clicked>, texts = en) =>
  contextMenu({ ...nothing, ...change }, texts, actions).map(({ type, label, enabled }) =>
    type === 'separator' ? '-' : enabled === false ? `(${label})` : label,
  )

describe('a right click', () => {
  it('offers better spellings first, five at most, and to learn the word', () => {
    const wrong = {
      isEditable: true,
      misspelledWord: 'refnud',
      dictionarySuggestions: ['refund', 'b', 'c', 'd', 'e', 'f'],
    }
    expect(labels(wrong)).toEqual([
      'refund',
      'b',
      'c',
      'd',
      'e',
      'Add to the dictionary',
      '-',
      '(Cut)',
      '(Copy)',
      'Paste',
      'Select all',
    ])
    const [first, , , , , learn] = contextMenu({ ...nothing, ...wrong }, en, actions)
    for (const item of [first, learn]) (item?.click as (() => void) | undefined)?.()
    expect(done).toEqual(['replace refund', 'learn refnud'])
  })

  it('says when there is no better spelling', () => {
    expect(labels({ isEditable: true, misspelledWord: 'qwxz' })[0]).toBe('(No suggestions)')
  })

  it('offers the clipboard in a field, copying elsewhere, and nothing where there is nothing', () => {
    expect(labels({ isEditable: true, selectionText: '茶壶' }, zh)).toEqual(['剪切', '复制', '粘贴', '全选'])
    expect(labels({ selectionText: 'tea' })).toEqual(['Copy'])
    expect(labels({ linkURL: 'https://shop.example/' })).toEqual(['Copy the link'])
    expect(labels({ linkURL: 'javascript:alert(1)' })).toEqual([])
    expect(labels({ selectionText: '  ' })).toEqual([])
  })
})

describe('spell checking', () => {
  const available = ['de', 'en-AU', 'en-GB', 'en-US']
  it.each([
    ['en', ['de-DE', 'en-GB'], ['en-GB']],
    ['en', ['de-DE'], ['en-US']],
    ['zh', ['zh-CN', 'en-AU'], ['en-AU']],
    ['zh', ['zh-CN'], ['en-US']],
  ] as const)('in %s on a system of %j is in %j', (language, locales, expected) => {
    expect(spellLanguages(language, locales, available)).toEqual(expected)
  })
  it('is off where nothing can be had, and unasked where a dictionary would have to be fetched', () => {
    expect(spellLanguages('en', ['en-US'], [])).toEqual([])
    expect(['darwin', 'win32', 'linux'].filter(spellsByDefault)).toEqual(['darwin'])
  })
})
