import { encode } from '@msgpack/msgpack'
import { expect, it } from 'vitest'
import { limits } from './limits.ts'
import { parseClientFrame } from './parse-client-frame.ts'

const refused = { ok: false, code: 'bad_frame' }
const parse = (...wire: readonly unknown[]) => parseClientFrame(encode(wire))

it.each([
  ['a missing field', [3, 'c0ffee00', 7, 'text']],
  ['a negative offset', [2, 'epoch', -1]],
  ['a fraction', [5, 1.5, true]],
  ['a number beyond what is exact', [2, 'epoch', 2 ** 53]],
  ['a text for a number', [5, '7', true]],
  ['a number for a flag', [5, 7, 1]],
  ['an unknown choice', [11, 1, 'asleep']],
  ['nothing for a text', [2, null, 0]],
  ['too many files', [3, 'c0ffee00', 7, '', Array.from({ length: 101 }, () => 'key')]],
  ['a page of no entries', [6, 1, 7, 0, 0, 0]],
  ['a page of too many entries', [6, 1, 7, 0, 0, limits.maxHistoryPage + 1]],
  ['an address beyond any browser', [12, 'x'.repeat(limits.maxUrlLength + 1), '', '']],
  ['an unknown frame', [99]],
  ['an empty list', []],
])('[D10.1] refuses %s', (_what, wire) => {
  expect(parse(...wire)).toEqual(refused)
})

it('[D9.2] leaves the judgement of a long text to the message’s own answer', () => {
  const text = 'x'.repeat(limits.maxMessageLength + 1)
  expect(parse(3, 'c0ffee00', 7, text, [])).toMatchObject({ ok: true, value: { type: 'send', text } })
})
