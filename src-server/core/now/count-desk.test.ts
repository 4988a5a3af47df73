// How long one look takes with a full house: the bound is ten times what it takes on a slow machine.
import { expect, it } from 'vitest'
import { NO_AGENT, type AgentId, type ConversationId, type EpochMs } from '../../protocol/index.ts'
import type { DeskConversation } from '../queue/desk.ts'
import { initialSettings } from '../routing/routing-settings.ts'
import { countDesk } from './count-desk.ts'

it('[D8.12] a look at 500 agents and 9,500 conversations costs the desk a fraction of a millisecond', () => {
  const agents = Array.from({ length: 500 }, (_, index) => ({
    id: (index + 1) as AgentId,
    name: `Agent ${index}`,
    role: 'agent' as const,
    status: 'online' as const,
    capacity: 20,
    active: true,
  }))
  const conversations = Array.from({ length: 9_500 }, (_, index): DeskConversation => ({
    id: (index + 1) as ConversationId,
    visitor: (index + 1) as DeskConversation['visitor'],
    owner: index < 1_500 ? NO_AGENT : (((index % 500) + 1) as AgentId),
    declinedBy: NO_AGENT,
    queuedAt: 1 as EpochMs,
    waitingSince: (index % 3) as EpochMs,
    place: null,
    lastMessage: null,
  }))
  const desk = {
    conversations: () => conversations.values(),
    agents: () => agents.values(),
    loadOf: () => 16,
  }
  const look = () =>
    countDesk(
      { desk, groups: initialSettings.groups, isLeft: (id) => id % 2 === 0, isConnected: () => true },
      100_000 as EpochMs,
    )
  for (let round = 0; round < 50; round += 1) look()
  const times = Array.from({ length: 50 }, () => {
    const startedAt = performance.now()
    look()
    return performance.now() - startedAt
  }).toSorted((one, other) => one - other)
  expect(look()).toMatchObject({ conversations: { left: 750, waiting: 750 }, agents: { length: 500 } })
  expect(times[25]).toBeLessThan(5)
})
