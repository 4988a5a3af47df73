import { expect, it } from 'vitest'
import type { AgentId } from '#protocol'
import { mentionAt, stillCalled } from './mention-at.ts'

const called = (id: number, name: string) => ({ id: id as AgentId, name })
const wei = called(2, '伟')

it.each([
  ['@', 1, { start: 0, typed: '' }],
  ['请@liw', 5, { start: 1, typed: 'liw' }],
  ['see ＠Amy J', 10, { start: 4, typed: 'Amy J' }],
  ['li@shop', 7, undefined],
  ['@ a', 3, undefined],
  ['@a\nb', 4, undefined],
  ['@Amy', 0, undefined],
])('[D2.9] a colleague is looked for behind the sign: %s at %i', (text, caret, expected) => {
  expect(mentionAt(text, caret)).toEqual(expected)
})

it('[D2.9] called is who was picked and still stands there, not who is only written', () => {
  expect(stillCalled('@伟 看一下', [wei, wei, called(4, 'Amy')])).toEqual([2])
  expect(stillCalled('@伟力 看一下', [])).toEqual([])
})
