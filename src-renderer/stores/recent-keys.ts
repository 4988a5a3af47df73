// What was used last, newest first, kept for this person on this computer.
import type { SimpleStorage } from './memory-storage.ts'

/** As many as anybody recognises at a glance; the palette shows fewer. */
const most = 12

export type RecentKeys = {
  readonly read: () => readonly string[]
  readonly add: (key: string) => void
}

export function createRecentKeys(storage: Pick<SimpleStorage, 'getItem' | 'setItem'>, key: string): RecentKeys {
  const read = (): readonly string[] => {
    try {
      const kept: unknown = JSON.parse(storage.getItem(key) ?? '[]')
      return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === 'string').slice(0, most) : []
    } catch {
      // Somebody edited it: nothing was used then.
      return []
    }
  }
  return {
    read,
    add: (used) => {
      try {
        storage.setItem(key, JSON.stringify([used, ...read().filter((one) => one !== used)].slice(0, most)))
      } catch {
        // Storage is full or forbidden: the order stays as it was.
      }
    },
  }
}
