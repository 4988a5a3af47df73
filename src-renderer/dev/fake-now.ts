// The figures of the scripted desk: a busy afternoon, an office of a day old, or one that is too large for any screen.
import { limits, type AgentId, type AgentStatus, type EpochMs, type GroupId } from '#protocol'
import type { NowAgent, NowAnswer, NowQueue, NowSample } from '#protocol/now-schemas.ts'

const minute = 60_000
const startedAt = Date.now()

const wave = (index: number, middle: number, height: number): number =>
  Math.max(0, Math.round(middle + height * Math.sin(index / 7) + height * 0.4 * Math.sin(index * 1.7)))

const sample = (index: number, size: number): NowSample => ({
  at: (startedAt - (limits.nowSamples - 1 - index) * minute) as EpochMs,
  visitors: wave(index, 210, 46) * size,
  waiting: wave(index + 3, 4, 3) * size,
  messages: wave(index, 58, 24) * size,
  connections: wave(index, 236, 46) * size,
  firstResponseMs: 31_000 + wave(index, 12_000, 9_000),
  acknowledgedMs: wave(index, 9, 3),
})

const queue = (group: number, name: string, waiting: number, left: number, oldestMs: number | null): NowQueue => ({
  group: group as GroupId,
  name,
  waiting,
  left,
  oldestWaitMs: oldestMs === null ? null : oldestMs + Date.now() - startedAt,
})

const agent = (id: number, name: string, status: AgentStatus, load: number, connected = true): NowAgent => ({
  id: id as AgentId,
  name,
  status,
  connected,
  load,
  capacity: 5,
})

const usualQueues = (): NowAnswer['queues'] => [
  queue(0, '', 1, 0, 12_000),
  queue(1, '售后服务', 4, 2, 194_000),
  queue(2, 'Wholesale', 2, 0, 41_000),
  queue(3, '发票', 0, 3, null),
]
const usualAgents = (): NowAnswer['agents'] => [
  agent(1, '林晓', 'online', 4),
  agent(2, 'Mei Tanaka', 'online', 5),
  agent(3, '周子涵', 'busy', 3),
  agent(4, 'Jonas Weber', 'away', 0),
  agent(5, 'Amara Okafor', 'online', 2),
  agent(6, '王建国', 'online', 0, false),
]
const crowd = (count: number): NowAnswer['agents'] =>
  Array.from({ length: count }, (_, index) =>
    agent(
      index + 1,
      index % 3 === 0 ? `Maximiliane-Philippa von Hohenberg-Lichtenstein ${index}` : `客服 ${index}`,
      (['online', 'busy', 'away'] as const)[index % 3] ?? 'online',
      index % 6,
      index % 4 !== 3,
    ),
  )

/** `scenario`: as the dev page's address names it. */
export function fakeNow(scenario: string): NowAnswer {
  const isNew = scenario === 'empty'
  const isLarge = scenario === 'extreme'
  const size = isLarge ? 97 : 1
  const last = sample(limits.nowSamples - 1, size)
  return {
    at: Date.now() as EpochMs,
    since: (startedAt - (isNew ? 20_000 : 190 * minute)) as EpochMs,
    visitors: isNew ? 0 : last.visitors,
    connections: isNew ? 1 : last.connections,
    conversations: isNew
      ? { waiting: 0, left: 0, unanswered: 0, answered: 0 }
      : { waiting: 7 * size, left: 5, unanswered: 11 * size, answered: 23 * size },
    queues: isNew
      ? [queue(0, '', 0, 0, null)]
      : isLarge
        ? Array.from({ length: 40 }, (_, index) =>
            queue(
              index,
              index === 0 ? '' : `Customers of the northern warehouse ${index}`,
              index * 3,
              2,
              index * 90_000,
            ),
          )
        : usualQueues(),
    agents: isNew ? [agent(1, '林晓', 'online', 0)] : isLarge ? crowd(60) : usualAgents(),
    messages: isNew ? { visitors: 0, desk: 0 } : { visitors: 34 * size, desk: last.messages - 34 * size },
    firstResponse: isNew
      ? { medianMs: null, count: 0, windowMs: limits.nowFirstResponseWindowMs }
      : { medianMs: 38_000, count: 164 * size, windowMs: limits.nowFirstResponseWindowMs },
    acknowledged: isNew
      ? { p99Ms: null, count: 0, windowMs: limits.nowAcknowledgedWindowMs }
      : { p99Ms: 9, count: 283 * size, windowMs: limits.nowAcknowledgedWindowMs },
    storage: isNew
      ? { failing: false, databaseBytes: 4_100_000, freeBytes: 214e9, lastCommitMs: null }
      : { failing: isLarge, databaseBytes: 2_410_000_000, freeBytes: 118e9, lastCommitMs: 1.74 },
    history: {
      everyMs: minute,
      samples: isNew ? [] : Array.from({ length: limits.nowSamples }, (_, index) => sample(index, size)),
    },
  }
}
