import fc from 'fast-check'
import { expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { prepareTexts } from './prepare-text.ts'

it('[D8.3] full-width forms, case, line ends and control characters make no difference', () => {
  expect(prepareTexts(['ＩＰＨＯＮＥ　１５\r\n 退货\u200B'])).toEqual({ text: 'iphone 15 退货', script: 'mixed' })
  expect(prepareTexts(['Hello', ' where is my ORDER? '])).toEqual({ text: 'hello where is my order?', script: 'other' })
})

it('[D8.3] a size or a grade does not make a Chinese sentence a mixed one', () => {
  expect(prepareTexts(['有L码吗']).script).toBe('han')
  expect(prepareTexts(['我的iPhone坏了']).script).toBe('mixed')
  expect(prepareTexts(['٣ أيام']).script).toBe('other')
})

it('[D8.3] nothing to read is an empty text', () => {
  for (const texts of [[], [''], [' \n\u0000', '\u200B']])
    expect(prepareTexts(texts)).toEqual({ text: '', script: 'other' })
  expect(prepareTexts(['😀😀']).text).toBe('😀😀')
})

it('[D8.3] of a very long message the beginning and the end are read', () => {
  const { text } = prepareTexts([`start ${'x'.repeat(10_000)} end`])
  expect(text.length).toBeLessThanOrEqual(limits.maxIntentTextLength)
  expect(text.startsWith('start')).toBe(true)
  expect(text.endsWith('end')).toBe(true)
})

it('[D8.3] whatever is written is prepared, within the bound and well-formed', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 1_500 }), { maxLength: 3 }), (texts) => {
      const { text } = prepareTexts(texts)
      expect(text.length).toBeLessThanOrEqual(limits.maxIntentTextLength)
      expect(text.isWellFormed()).toBe(true)
    }),
    { numRuns: 40 },
  )
})
