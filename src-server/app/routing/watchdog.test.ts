import { expect, it } from 'vitest'
import {
  limits,
  NO_AGENT,
  type AgentId,
  type AgentProfile,
  type ConversationId,
  type EpochMs,
  type Offset,
  type VisitorId,
} from '../../protocol/index.ts'
import { createDesk } from '../../core/queue/desk.ts'
import type { OpenConversation } from '../../ports/journal.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { settle } from '../../testing/settle.ts'
import type { Dispatcher } from './dispatcher.ts'
import { createWatchdog, type WatchdogAlarm } from './watchdog.ts'

const conversation = 1 as ConversationId
const agent = 3 as AgentId
const profile: AgentProfile = { id: agent, name: '', role: 'agent', status: 'online', capacity: 8, active: true }
const waiting: OpenConversation = {
  id: conversation,
  visitor: 7 as VisitorId,
  owner: NO_AGENT,
  openedAt: 0 as EpochMs,
  queuedAt: 0 as EpochMs,
  waitingSince: 0 as EpochMs,
  declinedBy: NO_AGENT,
  place: null,
  lastMessage: null,
}

const watch = (parts: {
  overlooked?: () => { conversation: ConversationId; agent: AgentId } | undefined
  stored?: readonly OpenConversation[]
  amiss?: ConversationId
}) => {
  const clock = createManualClock()
  const metrics = createFakeMetrics()
  const logger = createFakeLogger()
  const desk = createDesk()
  desk.load([waiting], [profile])
  const alarms: WatchdogAlarm[] = []
  let pumps = 0
  let head = 5
  const dispatcher: Dispatcher = {
    pump: () => void (pumps += 1),
    committed: () => undefined,
    overlooked: parts.overlooked ?? (() => undefined),
    stop: () => undefined,
  }
  const journal = {
    head: () => head as Offset,
    openConversations: async () => parts.stored ?? [waiting],
    agents: async () => [profile],
  }
  const watchdog = createWatchdog({
    desk,
    dispatcher,
    caretaker: { realign: () => parts.amiss },
    journal,
    clock,
    logger,
    metrics,
    onAlarm: (alarm) => void alarms.push(alarm),
  })
  return { clock, metrics, logger, desk, alarms, watchdog, pumps: () => pumps, commit: () => void (head += 1) }
}

it('[D7.6] a visitor who waits beside an idle able agent is found, counted, told and put right', () => {
  const { clock, alarms, metrics, logger, pumps } = watch({ overlooked: () => ({ conversation, agent }) })
  clock.advance(limits.watchdogMs)
  expect(alarms).toEqual([{ reason: 'idle_agent', conversation, agent }])
  expect(metrics.counted('watchdog_alarms_total', { reason: 'idle_agent' })).toBe(1)
  expect(logger.lines[0]?.level).toBe('error')
  expect(pumps()).toBe(1)
})

it('[D7.6] looks every second and says nothing when all is well', () => {
  const { clock, alarms, metrics, pumps } = watch({})
  clock.advance(limits.watchdogMs * 5)
  expect([pumps(), alarms.length, metrics.gaugeOf('queue_length')]).toEqual([5, 0, 1])
})

it('[D7.6] a desk that drifted from the journal is found and read anew', async () => {
  const { watchdog, alarms, desk } = watch({ stored: [{ ...waiting, owner: agent }] })
  await watchdog.audit()
  expect(alarms).toEqual([{ reason: 'drift', conversation, agent }])
  expect([desk.loadOf(agent), desk.waiting]).toEqual([1, 0])
  await watchdog.audit()
  expect(alarms).toHaveLength(1)
})

it('[D7.6] a conversation that nobody looks after is a drift too', async () => {
  const { watchdog, alarms, pumps } = watch({ amiss: conversation })
  await watchdog.audit()
  expect(alarms).toEqual([{ reason: 'drift', conversation, agent: NO_AGENT }])
  expect(pumps()).toBe(1)
})

it('[D7.6] compares with the journal once a minute by itself', async () => {
  const { clock, alarms } = watch({ stored: [{ ...waiting, owner: agent }] })
  clock.advance(59 * limits.watchdogMs)
  await settle()
  expect(alarms).toEqual([])
  clock.advance(limits.watchdogMs)
  await settle()
  expect(alarms).toEqual([{ reason: 'drift', conversation, agent }])
})

it('[D7.6] a conversation that the journal no longer has open is a drift too', async () => {
  const { watchdog, alarms, desk } = watch({ stored: [] })
  await watchdog.audit()
  expect(alarms).toMatchObject([{ reason: 'drift', conversation }])
  expect(desk.waiting).toBe(0)
})

it('[D7.6] what is committed during the comparison makes it worthless', async () => {
  const { watchdog, alarms, commit } = watch({ stored: [] })
  const audit = watchdog.audit()
  commit()
  await audit
  expect(alarms).toEqual([])
})

it('[D7.6] stops when told, and a store that cannot be read is only logged', async () => {
  const { clock, watchdog, pumps } = watch({})
  clock.advance(limits.watchdogMs * 60)
  await settle()
  const before = pumps()
  watchdog.stop()
  clock.advance(limits.watchdogMs * 5)
  expect(pumps()).toBe(before)
  expect(clock.waiting).toBe(0)
})
