import { expect, it } from 'vitest'
import type { ClientState } from '#client/client-state.ts'
import type { AgentId, AgentStatus } from '#protocol'
import { sampleAgent } from '../dev/sample.ts'
import { memoryStorage } from './memory-storage.ts'
import { createSetAwayStore } from './set-away-store.ts'

const me = 1 as AgentId
const stateWith = (status?: AgentStatus, setAwayAt?: number): ClientState => {
  const agent = { ...sampleAgent({ id: 1, name: 'Mei', status: status ?? 'online' }), ...(setAwayAt && { setAwayAt }) }
  return { agents: new Map(status ? [[me, agent]] : []) } as unknown as ClientState // only what is looked at
}

const setUp = (first: ClientState, storage = memoryStorage()) => {
  let state = first
  let listener = (): void => undefined
  const client = {
    state: () => state,
    subscribe: (heard: () => void) => {
      listener = heard
      return () => undefined
    },
  }
  const store = createSetAwayStore(client, me, storage, 'desk')
  store.watch()
  const change = (next: ClientState): void => {
    state = next
    listener()
  }
  return { store, change, storage }
}

it('knows since when the desk set me away, also after a reload that no longer tells, until I am back', () => {
  const { store, change, storage } = setUp(stateWith('online'))
  expect(store.getState()).toBeNull()
  change(stateWith('away', 500))
  expect(store.getState()).toBe(500)
  const reloaded = setUp(stateWith(), storage)
  expect(reloaded.store.getState()).toBe(500)
  reloaded.change(stateWith('away'))
  expect(reloaded.store.getState()).toBe(500)
  reloaded.change(stateWith('online'))
  expect(reloaded.store.getState()).toBeNull()
  expect(setUp(stateWith('away'), storage).store.getState()).toBeNull()
})

it('says nothing to who went away by themselves, and survives a storage that refuses', () => {
  const storage = memoryStorage()
  const { store, change } = setUp(stateWith('away'), {
    ...storage,
    length: 0,
    setItem: () => {
      throw new Error('full')
    },
  })
  expect(store.getState()).toBeNull()
  change(stateWith('away', 700))
  expect(store.getState()).toBe(700)
})
