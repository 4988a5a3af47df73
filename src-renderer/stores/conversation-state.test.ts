import { expect, it } from 'vitest'
import type { ConversationSummary } from '#protocol'
import { conversationState } from './conversation-state.ts'

const stateOf = (summary: Partial<ConversationSummary>, place?: string) =>
  conversationState({
    summary: { status: 'open', owner: 0, waitingSince: 5, ...summary } as ConversationSummary,
    place: place === undefined ? undefined : ({ state: place } as never),
  })

it('[D8.10] every open conversation is in exactly one state', () => {
  expect([stateOf({}), stateOf({ waitingSince: 0 as never }), stateOf({}, 'queued')]).toEqual(Array(3).fill('waiting'))
  expect([stateOf({}, 'closed'), stateOf({}, 'full')]).toEqual(['left', 'left'])
  expect(stateOf({ owner: 3 as never }, 'closed')).toBe('unanswered')
  expect(stateOf({ owner: 3 as never, waitingSince: 0 as never })).toBe('answered')
  expect(stateOf({ status: 'closed' })).toBeUndefined()
})
