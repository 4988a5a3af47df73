// Last resort and test double: as safe as the page it lives in.
import type { KeyValueStore } from '../environment.ts'

export const memoryStore = (rows = new Map<string, string>()): KeyValueStore => ({
  get: async (key) => rows.get(key),
  set: async (key, value) => {
    rows.set(key, value)
  },
  remove: async (key) => {
    rows.delete(key)
  },
  keys: async (prefix) => [...rows.keys()].filter((key) => key.startsWith(prefix)),
})
