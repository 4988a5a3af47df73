import fc from 'fast-check'
import { expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { hasWords, wantedWords } from './search-words.ts'
import { marksIn, snippetOf } from './snippet.ts'

/** What a reader would see, the marked in brackets. */
const shown = (text: string, typed: string): string => {
  const snippet = snippetOf(text, wantedWords(typed))
  let out = snippet.isCutBefore ? '…' : ''
  let at = 0
  for (const [from, to] of snippet.marks) {
    out += `${snippet.text.slice(at, from)}[${snippet.text.slice(from, to)}]`
    at = to
  }
  return out + snippet.text.slice(at) + (snippet.isCutAfter ? '…' : '')
}

it('[D3.5] every word is marked, as it was written', () => {
  expect(shown('我想退款，退款单号？', '退款')).toBe('我想[退款]，[退款]单号？')
  expect(shown('Refunds for REFUND-1, not prerefund', 'refund')).toBe('[Refund]s for [REFUND]-1, not prerefund')
  expect(shown('ＡＢＣ１２３ and abc', 'abc12')).toBe('[ＡＢＣ１２]３ and abc')
  expect(shown('Cafe\u0301 Crème', 'café CREME')).toBe('[Cafe\u0301] [Crème]')
  expect(shown('ｶﾞﾗｽ の ガラス', 'ガラス')).toContain('[ガラス]')
  expect(shown('退款退货', '退款 款退')).toBe('[退款退]货')
  expect(shown('one\ntwo\tthree', 'two')).toBe('one [two] three')
  expect(shown('nothing here', '退')).toBe('nothing here')
  expect(shown('🙂退款🙂', '退款')).toBe('🙂[退款]🙂')
})

it('[D3.5] of a long message the part with the most of it is shown, no character cut in two', () => {
  const long = `${'x '.repeat(400)}refund of order 7 ${'🙂'.repeat(300)}`
  const snippet = snippetOf(long, wantedWords('refund order'))
  expect(snippet.text.length).toBeLessThanOrEqual(limits.maxSnippetLength)
  expect(snippet.marks).toHaveLength(2)
  expect([snippet.isCutBefore, snippet.isCutAfter]).toEqual([true, true])
  expect(snippet.text.isWellFormed()).toBe(true)
  const early = `refund ${'a '.repeat(200)} refund of the order`
  expect(shown(early, 'refund order')).toContain('[refund] of the [order]')
})

it('[D3.5] marks lie inside the text, rise, keep apart, and cover what was asked; whatever is typed', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('退款', 'İ', 'ﬁ', 'ß', '\u0301', 'ｶﾞ', '각'),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), word, (parts, typed) => {
      const text = parts.join(' ')
      const wanted = wantedWords(typed)
      let last = 0
      for (const [from, to] of marksIn(text, wanted)) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        last = to
      }
      expect(last).toBeLessThanOrEqual(text.length)
      if (wanted.length > 0 && typed !== '') expect(hasWords(`${text} ${typed}`, wanted)).toBe(true)
    }),
  )
})
