import { expect, it } from 'vitest'
import { limits, type ConversationId, type EpochMs } from '../../protocol/index.ts'
import { nextTypingSign } from './typing-throttle.ts'

const conversation = 1 as ConversationId
const at = (ms: number): EpochMs => ms as EpochMs
const shown = { conversation, active: true, at: at(0) }

it('[D9.8] a sign is shown at once, then only so often that it does not fade', () => {
  expect(nextTypingSign(undefined, { conversation, active: true }, at(0))).toEqual(shown)
  expect(nextTypingSign(shown, { conversation, active: true }, at(limits.typingRepeatMs - 1))).toBeUndefined()
  expect(nextTypingSign(shown, { conversation, active: true }, at(limits.typingRepeatMs))).toBeDefined()
  expect(nextTypingSign(shown, { conversation, active: true }, at(-3_600_000))).toBeDefined()
  expect(limits.typingRepeatMs * 2).toBeLessThan(limits.typingFadesMs)
})

it('[D9.8] the end of a sign is told once, and only of a sign that was shown', () => {
  const ended = nextTypingSign(shown, { conversation, active: false }, at(10))
  expect(ended).toEqual({ conversation, active: false, at: 10 })
  expect(nextTypingSign(ended, { conversation, active: false }, at(20))).toBeUndefined()
  expect(nextTypingSign(undefined, { conversation, active: false }, at(20))).toBeUndefined()
})

it('[D9.8] who sends a message and writes on is shown writing at once', () => {
  const ended = nextTypingSign(shown, { conversation, active: false }, at(10))
  expect(nextTypingSign(ended, { conversation, active: true }, at(20))).toEqual({ conversation, active: true, at: 20 })
})

it('[D9.8] another conversation is another sign', () => {
  const other = 2 as ConversationId
  expect(nextTypingSign(shown, { conversation: other, active: true }, at(1))).toMatchObject({ conversation: other })
})
