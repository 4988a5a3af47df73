import { expect, it } from 'vitest'
import { NO_AGENT, type AgentId, type ConversationId, type EpochMs, type Offer } from '#protocol'
import { offersTo } from './offers-to.ts'

it('[D7.25] shows what is offered to me, the most urgent first, and nothing that has ended without a word', () => {
  const me = 1 as AgentId
  const offers = new Map<ConversationId, Offer>(
    [
      [1, 1, 9_000],
      [2, 1, 5_000],
      [3, 2, 4_000],
      [4, 1, 1_000],
    ].map(([id = 0, agent, until]) => [
      id as ConversationId,
      {
        conversation: id as ConversationId,
        agent: agent as AgentId,
        group: 0 as never,
        until: until as EpochMs,
        why: null,
        from: NO_AGENT,
        note: '',
      },
    ]),
  )
  expect(offersTo(me, offers, 3_000).map(({ conversation }) => conversation)).toEqual([2, 1])
})
