// What the widget keeps in the visitor's browser: synchronous, so that it is written before the page can go away. Falls back
// to memory where a browser forbids storage or it is full; then a reload loses it, and nothing else changes.
import type { Cancel, KeyValueStore } from '#client/environment.ts'

export type WidgetStorage = {
  get(key: string): string | undefined
  set(key: string, value: string): void
  remove(key: string): void
  keys(prefix: string): readonly string[]
  /** Another tab changed `key`. */
  onChanged(listener: (key: string) => void): Cancel
}

/** The part of the DOM's Storage that is used. */
export type StorageArea = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
export type StorageNews = (listener: (key: string) => void) => Cancel

/** @param prefix keeps desks apart that share one page's storage. */
export const createWidgetStorage = (
  area: StorageArea | undefined,
  prefix: string,
  news: StorageNews,
): WidgetStorage => {
  /** What the area did not take. Read first: it is newer. */
  const kept = new Map<string, string>()
  const areaKeys = (): string[] => {
    if (!area) return []
    return Array.from({ length: area.length }, (_, index) => area.key(index)).filter((key) => key !== null)
  }
  return {
    get: (key) => kept.get(prefix + key) ?? area?.getItem(prefix + key) ?? undefined,
    set(key, value) {
      try {
        if (!area) throw new Error('no storage')
        area.setItem(prefix + key, value)
        kept.delete(prefix + key)
      } catch {
        // Full or forbidden: memory holds it for as long as the page lives.
        kept.set(prefix + key, value)
      }
    },
    remove(key) {
      kept.delete(prefix + key)
      area?.removeItem(prefix + key)
    },
    keys: (within) =>
      [...new Set([...areaKeys(), ...kept.keys()])]
        .filter((key) => key.startsWith(prefix + within))
        .map((key) => key.slice(prefix.length)),
    onChanged: (listener) => news((key) => key.startsWith(prefix) && listener(key.slice(prefix.length))),
  }
}

/** The same storage as the client library asks for it. */
export const asKeyValueStore = (storage: WidgetStorage): KeyValueStore => ({
  get: async (key) => storage.get(key),
  set: async (key, value) => storage.set(key, value),
  remove: async (key) => storage.remove(key),
  keys: async (prefix) => storage.keys(prefix),
})
