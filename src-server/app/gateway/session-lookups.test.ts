import { expect, it } from 'vitest'
import { ok, type AgentId, type Offset } from '../../protocol/index.ts'
import { createTaskGate } from '../../core/queue/task-gate.ts'
import type { LookupEffect } from '../../core/delivery/session-state.ts'
import { createMemoryStore } from '../../adapters/memory/create-memory-store.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { visitorIdentity } from '../../testing/pure-session.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { settle } from '../../testing/settle.ts'
import { createLookup } from './session-lookups.ts'

it('[D9.11] the reads of all replays wait for each other', async () => {
  const { journal } = createMemoryStore({ clock: createManualClock(), random: createSeededRandom(1) })
  const waiting: (() => void)[] = []
  const slowly =
    <Args extends readonly unknown[], Answer>(read: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      await new Promise<void>((resolve) => waiting.push(resolve))
      return read(...args)
    }
  const { readAfter, countAfter, agentSnapshot, receiptsSince } = journal
  const lookup = createLookup({
    journal: {
      ...journal,
      readAfter: slowly(readAfter),
      countAfter: slowly(countAfter),
      agentSnapshot: slowly(agentSnapshot),
      receiptsSince: slowly(receiptsSince),
    },
    authenticator: { identify: async () => ok(visitorIdentity) },
    presence: { isConnected: () => false, isOnline: () => false },
    replayReads: createTaskGate(1),
    revocations: () => 0,
    connectionsOf: () => 0,
    blocks: { refuses: () => false },
  })
  const reader = { kind: 'agent', id: 1 as AgentId, scope: 'all' } as const
  const after = 0 as Offset
  const effects: readonly LookupEffect[] = [
    { type: 'count', reader, after },
    { type: 'read', reader, after },
    { type: 'snapshot', reader },
    { type: 'marks', reader, since: after },
  ]
  const answers = Promise.all(effects.map((effect) => lookup(effect, '')))
  for (const _ of effects) {
    await settle()
    expect(waiting).toHaveLength(1)
    waiting.pop()?.()
  }
  expect((await answers).map(({ type }) => type)).toEqual(['counted', 'chunk', 'snapshot', 'marks'])
})
