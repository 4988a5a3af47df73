// A page's small key-value store: IndexedDB; localStorage where a browser forbids it; memory where it forbids both. The
// choice is made once and kept: a row must be found where it was written.
import type { KeyValueStore } from '../environment.ts'
import { openIndexedStore } from './indexed-store.ts'
import { localStore } from './local-store.ts'
import { memoryStore } from './memory-store.ts'

const choose = async (): Promise<KeyValueStore> =>
  (await openIndexedStore('frontdesk')) ?? localStore() ?? memoryStore()

export const createBrowserStorage = (): KeyValueStore => {
  let chosen: Promise<KeyValueStore> | undefined
  const store = (): Promise<KeyValueStore> => (chosen ??= choose())
  return {
    get: async (key) => (await store()).get(key),
    set: async (key, value) => (await store()).set(key, value),
    remove: async (key) => (await store()).remove(key),
    keys: async (prefix) => (await store()).keys(prefix),
  }
}
