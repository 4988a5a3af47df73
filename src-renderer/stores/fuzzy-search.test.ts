import { describe, expect, it } from 'vitest'
import { fuzzyScore, searchable } from './fuzzy-search.ts'
import { pinyinInitials } from './pinyin-initials.ts'

const score = (typed: string, ...texts: readonly string[]): number => fuzzyScore(typed, texts.map(searchable))

describe('finding by a few letters', () => {
  it('[look] Chinese is found by the first letters of its pinyin', () => {
    expect(pinyinInitials('VIP 退款，坐席')).toBe('VIP tk，zx')
    expect(score('tk', '退款')).toBeGreaterThan(0)
    expect(score('zj', '转接给同事')).toBeGreaterThan(score('zj', '标记之今'))
    expect(score('hf', '快捷回复')).toBeGreaterThan(0)
    expect(score('退', '退款')).toBeGreaterThan(0)
    expect(score('kt', '退款')).toBe(0)
  })

  it('[look] beginnings come before word beginnings before insides before letters apart', () => {
    const scores = [
      score('close', 'Close as spam'),
      score('spam', 'Close as spam'),
      score('lose', 'Close as spam'),
      score('clsp', 'Close as spam'),
    ]
    expect(scores).toEqual(scores.toSorted((one, other) => other - one))
    expect(new Set(scores).size).toBe(scores.length)
    expect(scores.at(-1)).toBeGreaterThan(0)
    expect(score('cas', 'Close as spam')).toBeGreaterThan(score('cpm', 'Close as spam'))
  })

  it('[look] every word counts, in any order and in either language', () => {
    expect(score('spam close', 'Close as spam')).toBeGreaterThan(0)
    expect(score('close fast', 'Close as spam')).toBe(0)
    expect(score('transfer', '转接', 'Transfer')).toBeGreaterThan(0)
    expect(score('ＣＬＯＳＥ', 'Close')).toBeGreaterThan(0)
    expect(score('  ', 'anything')).toBe(1)
  })

  it('[look] letters strewn over a whole sentence are no find', () => {
    expect(score('te', 'the conversation with a very long name')).toBeGreaterThan(0)
    expect(score('tz', 'the conversation with a very long name in a zoo')).toBe(0)
  })
})
