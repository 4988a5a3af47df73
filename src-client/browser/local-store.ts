// Web storage as a KeyValueStore.
import type { KeyValueStore } from '../environment.ts'

const PROBE = 'frontdesk:probe'

/** @returns undefined where the browser forbids it or has no room at all. */
export const localStore = (): KeyValueStore | undefined => {
  let storage: Storage
  try {
    storage = localStorage
    storage.setItem(PROBE, '1')
    storage.removeItem(PROBE)
  } catch {
    // Blocked cookies, a sandboxed frame, a full quota: merely naming localStorage may throw.
    return undefined
  }
  return {
    get: async (key) => storage.getItem(key) ?? undefined,
    set: async (key, value) => storage.setItem(key, value),
    remove: async (key) => storage.removeItem(key),
    keys: async (prefix) => Object.keys(storage).filter((key) => key.startsWith(prefix)),
  }
}
