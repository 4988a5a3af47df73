import { beforeEach, expect, it, vi } from 'vitest'
import type { ConversationId, Offset, VisitorId } from '../../protocol/index.ts'
import type { ConversationState } from '../../core/conversation/conversation-state.ts'
import type { Verdict } from '../../core/conversation/judge.ts'
import { createConversationMemory, type ConversationMemory } from './conversation-memory.ts'

const state = (id: number, visitor: number, lastSeq = 1) => ({ id, visitor, lastSeq }) as ConversationState
const verdict = (offset: number, ...states: readonly ConversationState[]) =>
  ({ entries: [{ entry: { offset } }], states }) as unknown as Verdict
const id = (number: number) => number as ConversationId
const visitor = (number: number) => number as VisitorId

let memory: ConversationMemory
beforeEach(() => {
  memory = createConversationMemory(2)
})

it('a conversation is loaded once, and afterwards as it was written last', () => {
  const load = vi.fn<() => ConversationState>(() => state(1, 7))
  memory.conversation(id(1), load)
  memory.wrote(verdict(5, state(1, 7, 2)))
  expect(memory.conversation(id(1), load)?.lastSeq).toBe(2)
  expect(memory.latestOf(visitor(7), load)?.id).toBe(1)
  expect(load).toHaveBeenCalledTimes(2) // which of the visitor's is the newest was not known
})

it('a newer conversation of the visitor is their latest', () => {
  memory.latestOf(visitor(7), () => state(1, 7))
  memory.wrote(verdict(9, state(3, 7)))
  expect(memory.latestOf(visitor(7), () => undefined)?.id).toBe(3)
})

it('[D9] keeps no more than its bound: whatever was asked for longest ago is loaded again', () => {
  memory.latestOf(visitor(7), () => state(1, 7))
  memory.conversation(id(2), () => state(2, 8))
  memory.conversation(id(1), () => undefined)
  memory.conversation(id(3), () => state(3, 9))
  expect(memory.conversation(id(1), () => undefined)?.id).toBe(1)
  expect(memory.conversation(id(2), () => undefined)).toBeUndefined()
})

it('nothing is remembered of a transaction that did not happen', () => {
  memory.latestOf(visitor(7), () => state(1, 7))
  memory.wrote(verdict(9, state(1, 7, 2)))
  memory.forget()
  expect(memory.conversation(id(1), () => state(1, 7))?.lastSeq).toBe(1)
  expect(memory.latestOf(visitor(7), () => undefined)).toBeUndefined()
  expect(memory.head(() => 4 as Offset)).toBe(4)
})

it('what does not exist is asked for each time', () => {
  expect(memory.conversation(id(1), () => undefined)).toBeUndefined()
  expect(memory.conversation(id(1), () => state(1, 7))?.id).toBe(1)
})
