import { expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { presenceSpans } from './presence-spans.ts'

const { whatIfPresenceGapMs: gap, whatIfPresenceTailMs: tail } = limits
const here = (at: number) => ({ at, isThere: true })
const gone = (at: number) => ({ at, isThere: false })

it('[D8.7] who shows signs of presence is there until a sign of absence, or until a while after the last', () => {
  expect(presenceSpans([])).toEqual([])
  expect(presenceSpans([gone(5)])).toEqual([])
  expect(presenceSpans([here(5), here(gap), gone(gap + 9), gone(gap + 10)])).toEqual([{ from: 5, until: gap + 9 }])
  expect(presenceSpans([here(5), here(6 + gap), gone(8 + gap)])).toEqual([
    { from: 5, until: 5 + tail },
    { from: 6 + gap, until: 8 + gap },
  ])
  expect(presenceSpans([gone(1), here(5)])).toEqual([{ from: 5, until: 5 + tail }])
  // A lunch that nobody announced: the first sign of it ends the span, not the last sign before.
  expect(presenceSpans([here(0), gone(tail + 50), here(gap)])).toEqual([
    { from: 0, until: tail + 50 },
    { from: gap, until: gap + tail },
  ])
})
