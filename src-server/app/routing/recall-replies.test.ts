import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createSqliteStore } from '../../adapters/sqlite/create-sqlite-store.ts'
import { createLayeredRouter } from '../../core/routing/layered-router.ts'
import type { Journal } from '../../ports/journal.ts'
import {
  limits,
  NO_AGENT,
  type AgentId,
  type ConversationId,
  type EpochMs,
  type VisitorId,
} from '../../protocol/index.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { storeActions } from '../../testing/store-contract/store-actions.ts'
import { recallReplies } from './recall-replies.ts'

const SECOND = 1_000

const newOffice = async () => {
  const clock = createManualClock()
  const dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-recall-'))
  const open = async () => {
    const outside = { clock, logger: createFakeLogger(), metrics: createFakeMetrics() }
    const store = await createSqliteStore({ dataDir, inThread: true, random: createSeededRandom(1), ...outside })
    const router = createLayeredRouter({ clock, random: createSeededRandom(2), nowMicros: () => 0 })
    router.load(await store.journal.openConversations(), await store.journal.settings('routing.'))
    store.journal.onCommitted(({ entries }) => {
      for (const committed of entries) router.apply(committed)
    })
    return { store, router, ...storeActions(store) }
  }
  return { clock, open }
}

type Office = Awaited<ReturnType<Awaited<ReturnType<typeof newOffice>>['open']>>

/** As the next decision would weigh them. */
const weightsOf = ({ router }: Office, agents: readonly AgentId[]): readonly (number | undefined)[] => {
  const candidates = agents.map((agent) => ({ agent, load: 0, capacity: 8, lastAssignedAt: 0 as EpochMs }))
  const decision = router.route({ conversation: 1 as ConversationId, visitor: 1 as VisitorId, candidates })
  return decision?.reason.candidates.map(({ weight }) => weight) ?? []
}

it('[D7.14] after a restart everybody weighs what they weighed before', async () => {
  const { clock, open } = await newOffice()
  const before = await open()
  const { newAgent, newVisitor, say, assign, reply, close, done } = before
  const agents = [await newAgent('Mei'), await newAgent('Jan'), await newAgent('Ana')]
  for (let turn = 0; turn < 24; turn += 1) {
    const agent = agents[turn % 3] ?? NO_AGENT
    const visitor = await newVisitor()
    const { conversation } = await done(say(visitor, 'hi'))
    clock.advance(2 * SECOND)
    await done(assign(agent, conversation, agent))
    for (let answer = 0; answer < 3; answer += 1) {
      clock.advance((5 + (turn % 3) * 30 + answer) * SECOND)
      await done(reply(agent, conversation, 'hello'))
      clock.advance(10 * SECOND)
      await done(say(visitor, 'and?'))
    }
    if (turn % 5 > 0) await done(close(agent, conversation))
  }
  expect(new Set(weightsOf(before, agents)).size).toBe(3)
  await before.store.journal.close()

  const after = await open()
  expect(new Set(weightsOf(after, agents)).size).toBe(1)
  const read = Promise.withResolvers<void>()
  const { journal } = after.store
  const logger = { ...createFakeLogger(), debug: () => read.resolve() }
  recallReplies({ journal, router: after.router, clock, logger })
  clock.advance(limits.recallAfterMs)
  await read.promise
  const weights = weightsOf(before, agents)
  for (const [index, weight] of weightsOf(after, agents).entries()) expect(weight).toBeCloseTo(weights[index] ?? 0, 9)
  await journal.close()
})

it('[D7.14] reads no more than the newest, a little at a time; a journal that does not answer, or a stop, leaves all as it was', async () => {
  const clock = createManualClock()
  const asked: number[] = []
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  const done: string[] = []
  const router = { recall: () => ({ take: () => undefined, done: () => void done.push('done') }) }
  const head = limits.maxRecalledEntries + 700
  const journal: Pick<Journal, 'head' | 'tracesAfter'> = {
    head: () => head as never,
    tracesAfter: async (after, limit) => {
      asked.push(after)
      const count = Math.min(limit, 1_600 - after)
      return Array.from({ length: count }, (_, index) => ({ offset: after + index + 1 }) as never)
    },
  }
  const logger = createFakeLogger()
  recallReplies({ journal, router, clock, logger })
  clock.advance(limits.recallAfterMs)
  await settle()
  expect([asked, done]).toEqual([[700, 1_200], ['done']])
  const failing = { ...journal, tracesAfter: async () => Promise.reject(new Error('no disk')) }
  recallReplies({ journal: failing, router, clock, logger })
  const stop = recallReplies({ journal, router, clock, logger })
  stop()
  clock.advance(limits.recallAfterMs)
  await settle()
  const warnings = logger.lines.filter(({ level }) => level === 'warn')
  expect([done.length, warnings.length, clock.waiting]).toEqual([1, 1, 0])
})
