import { expect, it } from 'vitest'
import {
  EVERYONE,
  NO_AGENT,
  type AgentId,
  type ConversationId,
  type EpochMs,
  type VisitorId,
} from '../../protocol/index.ts'
import { createDesk } from '../../core/queue/desk.ts'
import { createWaitingLine } from '../../core/queue/waiting-line.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { createDispatcher } from './dispatcher.ts'

const conversation = 1 as ConversationId
const agent = 3 as AgentId
const now = 0 as EpochMs

const dispatcherWith = (pipe: { readonly isFull: boolean; readonly isPaused: boolean }) => {
  const clock = createManualClock()
  const desk = createDesk()
  const waiting = { id: conversation, visitor: 7 as VisitorId, owner: NO_AGENT, openedAt: now, queuedAt: now }
  desk.load([{ ...waiting, waitingSince: now, declinedBy: NO_AGENT, place: null, lastMessage: null }], [])
  const line = createWaitingLine()
  const claim = { groups: [EVERYONE], widenedAt: now, priority: 0, isFront: false, queuedAt: now, cameAt: now }
  line.follow(conversation, { phase: 'waiting', claim: { ...claim, declinedBy: [], passedBy: [] } }, now)
  return createDispatcher({
    desk,
    line,
    clock,
    logger: createFakeLogger(),
    router: { route: () => ({ agent, reason: { layer: 'load', rule: 'load', candidates: [] } }) },
    office: { candidates: () => [{ agent, load: 0, capacity: 5, lastAssignedAt: now }] },
    placer: { isPlacing: () => false, factsOf: () => undefined },
    caretaker: { choose: () => undefined },
    assignments: {
      ...pipe,
      assign: () => Promise.reject(new Error('nothing is assigned here')),
      reserved: () => new Map(),
      isHeld: () => false,
      settled: () => undefined,
      size: 0,
      stop: () => undefined,
    },
  })
}

it('[D7.6] who waits beside an agent who is free is overlooked, unless what is on its way leaves no room for more', () => {
  const overlookedWith = (pipe: { readonly isFull: boolean; readonly isPaused: boolean }) =>
    dispatcherWith(pipe).overlooked()
  expect(overlookedWith({ isFull: false, isPaused: false })).toEqual({ conversation, agent })
  expect(overlookedWith({ isFull: true, isPaused: false })).toBeUndefined()
  expect(overlookedWith({ isFull: false, isPaused: true })).toBeUndefined()
})
