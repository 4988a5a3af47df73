// Since when this person is away because the desk set them so. Kept over a reload, which the client's state is not.
import type { Client } from '#client/client.ts'
import type { AgentId, EpochMs } from '#protocol'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SimpleStorage } from './memory-storage.ts'

/** Null: they are there, or away because they said so. */
export type SetAwayStore = StoreApi<EpochMs | null> & {
  /** Begins to follow the client. @returns how to stop */
  readonly watch: () => () => void
}

export function createSetAwayStore(
  client: Pick<Client, 'state' | 'subscribe'>,
  me: AgentId,
  storage: SimpleStorage,
  prefix: string,
): SetAwayStore {
  const key = `${prefix}:set-away`
  const kept = Number(storage.getItem(key) ?? 0)
  const store = createStore<EpochMs | null>(() => (kept > 0 ? (kept as EpochMs) : null))

  const keep = (at: EpochMs | null): void => {
    if (at === store.getState()) return
    store.setState(at, true)
    try {
      if (at === null) storage.removeItem(key)
      else storage.setItem(key, String(at))
    } catch {
      // Storage is full or forbidden: this window knows it until it is reloaded.
    }
  }

  const look = (): void => {
    const known = client.state().agents.get(me)
    if (known) keep(known.status === 'away' ? (known.setAwayAt ?? store.getState()) : null)
  }

  return {
    ...store,
    watch: () => {
      look()
      return client.subscribe(look)
    },
  }
}
