import { expect, it } from 'vitest'
import type { AgentId, EpochMs, SessionId } from '../../protocol/index.ts'
import { limits } from '../../protocol/index.ts'
import { createMemoryStore } from '../../adapters/memory/create-memory-store.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { storeActions } from '../../testing/store-contract/store-actions.ts'
import { createAgentSessions } from './agent-sessions.ts'

it('[D10.11] a login that is connected for weeks is no idle one', async () => {
  const clock = createManualClock()
  const { accounts, ...store } = createMemoryStore({ clock, random: createSeededRandom(3) })
  const agent: AgentId = await storeActions({ accounts, ...store }).newAgent('Li')
  const open = async (tokenHash: string): Promise<SessionId | undefined> =>
    (await accounts.openSession({ agent, tokenHash, address: '', client: '', at: clock.now() }))?.id
  const connected = await open('connected')
  await open('left')
  const live = { sessions: () => (connected === undefined ? [] : [connected]), endSession: () => undefined }
  const later = (clock.now() + limits.sessionIdleMs) as EpochMs
  await createAgentSessions(accounts, live).touchLive(later)
  const muchLater = (later + limits.sessionIdleMs) as EpochMs
  expect(await accounts.session('connected', muchLater)).toMatchObject({ id: connected })
  expect(await accounts.session('left', muchLater)).toBeUndefined()
})
