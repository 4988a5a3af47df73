import { expect, it } from 'vitest'
import type {
  AgentId,
  Author,
  ConversationId,
  Entry,
  EntryBodies,
  EntryKind,
  EpochMs,
  Offset,
  Seq,
  VisitorId,
} from '../../protocol/index.ts'
import { somebody } from '../../testing/store-contract/store-actions.ts'
import { evolve, type ConversationState } from './conversation-state.ts'

const fromVisitor: Author = { kind: 'visitor', id: 0 }
const li = 7 as AgentId
const fromLi: Author = { kind: 'agent', id: li }

/** Applies entries one second apart, from second 1. */
const story = (...steps: readonly (readonly [Author, EntryKind, EntryBodies[EntryKind]])[]): ConversationState => {
  let state: ConversationState | undefined
  steps.forEach(([author, kind, body], index) => {
    const at = (index + 1) as EpochMs & Offset & Seq
    const entry = { offset: at, at, conversation: 3 as ConversationId, seq: at, author, kind, body }
    state = evolve(state, entry as Entry) // each step pairs a kind with its body
  })
  if (!state) throw new Error('an empty story')
  return state
}

const opened = [fromVisitor, 'conversation.opened', { visitor: { ...somebody, id: 5 as VisitorId } }] as const
const says = (author: Author, text: string) =>
  [author, 'message.sent', { cid: 'cid-12345' as never, text, files: [] }] as const
const assigned = (agent: AgentId) =>
  [fromLi, 'conversation.assigned', { agent, agentName: '', previous: 0 as AgentId, reason: null }] as const
const closed = [fromLi, 'conversation.closed', { reason: 'resolved' }] as const
const reopened = [fromVisitor, 'conversation.reopened', {}] as const

it('a visitor waits since their first unanswered message, not since their last', () => {
  expect(story(opened).waitingSince).toBe(0)
  expect(story(opened, says(fromVisitor, 'a'), says(fromVisitor, 'b')).waitingSince).toBe(2)
  expect(story(opened, says(fromVisitor, 'a'), says(fromLi, 'b')).waitingSince).toBe(0)
  expect(story(opened, says(fromVisitor, 'a'), says(fromLi, 'b'), says(fromVisitor, 'c')).waitingSince).toBe(4)
  expect(story(opened, says(fromVisitor, 'a'), closed).waitingSince).toBe(0)
})

it('[D7.27] what the system says answers nobody', () => {
  const bySystem: Author = { kind: 'system', id: 0 }
  expect(story(opened, says(fromVisitor, 'a'), says(bySystem, 'b')).waitingSince).toBe(2)
  expect(story(opened, says(fromVisitor, 'a'), says(fromLi, 'b'), says(bySystem, 'c'))).toMatchObject({
    waitingSince: 0,
    lastMessage: { author: bySystem },
    deskMessages: 2,
  })
})

it('the place in the queue: since the opening, since the reopening, or what the waiting has earned', () => {
  expect(story(opened, says(fromVisitor, 'a')).queuedAt).toBe(1)
  expect(story(opened, assigned(li), closed, reopened).queuedAt).toBe(4)
  expect(story(opened, says(fromVisitor, 'a'), assigned(li), assigned(0 as AgentId)).queuedAt).toBe(2)
  expect(story(opened, assigned(li), assigned(0 as AgentId)).queuedAt).toBe(3)
})

it('a close keeps who had it; a reopening puts it back into the queue', () => {
  expect(story(opened, assigned(li), closed)).toMatchObject({ status: 'closed', owner: li, closedAt: 3 })
  expect(story(opened, assigned(li), closed, reopened)).toMatchObject({ status: 'open', owner: 0, closedAt: 0 })
})

it('messages are counted by side, and the last one is shown', () => {
  expect(
    story(opened, says(fromVisitor, 'a'), says(fromLi, 'b'), says(fromVisitor, ' c\n d '), assigned(li)),
  ).toMatchObject({
    visitorMessages: 2,
    deskMessages: 1,
    lastSeq: 5,
    lastOffset: 5,
    lastMessage: { author: fromVisitor, preview: 'c d', at: 4, offset: 4 },
  })
})

it('an entry without its conversation is a bug and says so', () => {
  expect(() => story(closed)).toThrow('has no conversation before it')
})
