import { beforeAll, describe, expect, it } from 'vitest'
import { fuzzyScore, searchable } from './fuzzy-search.ts'
import { loadReadings, type Readings } from './replies/pinyin-readings.ts'

let readings: Readings
beforeAll(async () => {
  readings = await loadReadings()
})
const score = (typed: string, ...texts: readonly string[]): number =>
  fuzzyScore(
    typed,
    texts.map((text) => searchable(text, readings)),
  )

describe('finding by a few letters', () => {
  it('[look] Chinese is found by its pinyin, whole or by first letters', () => {
    expect(score('tk', '退款')).toBeGreaterThan(0)
    expect(score('tuikuan', '退款')).toBeGreaterThan(0)
    expect(score('hf', '快捷回复')).toBeGreaterThan(0)
    expect(score('退', '退款')).toBeGreaterThan(0)
    expect(score('kt', '退款')).toBe(0)
  })

  it('[look] beginnings come before word beginnings before insides before letters apart', () => {
    const scores = ['close', 'spam', 'lose', 'clsp'].map((typed) => score(typed, 'Close as spam'))
    expect(scores).toEqual(scores.toSorted((one, other) => other - one))
    expect(new Set(scores).size).toBe(scores.length)
    expect(scores.at(-1)).toBeGreaterThan(0)
  })

  it('[look] every word counts, in any order and in either language', () => {
    expect(score('spam close', 'Close as spam')).toBeGreaterThan(0)
    expect(score('close fast', 'Close as spam')).toBe(0)
    expect(score('transfer', '转接', 'Transfer')).toBeGreaterThan(0)
    expect(score('transfer', 'Transfer')).toBeGreaterThan(score('transfer', '转接', 'Transfer'))
    expect(score('ＣＬＯＳＥ', 'Close')).toBeGreaterThan(0)
    expect(score('  ', 'anything')).toBe(1)
  })
})
