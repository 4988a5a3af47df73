import { describe, expect, it } from 'vitest'
import { limits, type Entry, type Seq } from '#protocol'
import { beforeOfPageAround, extendedBack, extendedForward, joinedWith, windowOf } from './history-window.ts'

const entries = (from: number, to: number): readonly Entry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ seq: from + index, offset: from + index }) as unknown as Entry)
const seqs = (found: readonly Entry[] | undefined) => found && [found[0]?.seq, found.at(-1)?.seq, found.length]

describe('a window of history', () => {
  it('[D3] grows at both ends by what fits on, and never holds a gap', () => {
    const window = windowOf(entries(40, 60).toReversed())
    expect(seqs(window.entries)).toEqual([40, 60, 21])
    expect(seqs(extendedBack(window, entries(30, 39)).entries)).toEqual([30, 60, 31])
    expect(seqs(extendedBack(window, entries(30, 45)).entries)).toEqual([30, 60, 31])
    expect(extendedBack(window, entries(30, 38))).toBe(window)
    expect(seqs(extendedForward(window, entries(55, 70)).entries)).toEqual([40, 70, 31])
    expect(extendedForward(window, entries(62, 70))).toBe(window)
    expect(extendedForward(windowOf([]), entries(1, 2)).entries).toEqual([])
    expect(seqs(windowOf([...entries(1, 5), ...entries(8, 9)]).entries)).toEqual([1, 5, 5])
  })

  it('[D9] holds no more than it may, at the end where one reads', () => {
    const most = limits.windowEntriesKept
    const window = windowOf(entries(1_001, 1_000 + most))
    expect(seqs(extendedBack(window, entries(901, 1_000)).entries)).toEqual([901, 900 + most, most])
    expect(seqs(extendedForward(window, entries(1_001 + most, 1_100 + most)).entries)).toEqual([
      1_101,
      1_100 + most,
      most,
    ])
  })

  it('[D3] meets what is loaded up to now without a gap and without anything twice', () => {
    const newest = entries(70, 99)
    expect(joinedWith(windowOf(entries(40, 68)), newest)).toBeUndefined()
    expect(seqs(joinedWith(windowOf(entries(40, 69)), newest))).toEqual([40, 99, 60])
    expect(seqs(joinedWith(windowOf(entries(40, 80)), newest))).toEqual([40, 99, 60])
    expect(joinedWith(windowOf(entries(75, 80)), newest)).toBe(newest)
    expect(joinedWith(windowOf(entries(1, 9)), [])).toBeUndefined()
  })

  it('the page around a message has it in the middle', () => {
    const before = beforeOfPageAround(500 as Seq)
    const page = entries(before - limits.historyPage, before - 1)
    expect(page.findIndex(({ seq }) => seq === 500)).toBe(Math.floor(limits.historyPage / 2) - 1)
  })
})
