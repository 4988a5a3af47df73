// localStorage and its events for several tabs of one page, in memory.
import type { StorageArea, StorageNews } from '../storage/widget-storage.ts'

export type SharedArea = { openTab(): { readonly area: StorageArea; readonly news: StorageNews }; full: boolean }

export const createSharedArea = (): SharedArea => {
  const items = new Map<string, string>()
  const tabs: { listeners: Set<(key: string) => void> }[] = []
  const shared: SharedArea = {
    full: false,
    openTab() {
      const tab = { listeners: new Set<(key: string) => void>() }
      tabs.push(tab)
      const tell = (key: string): void => {
        for (const other of tabs) if (other !== tab) for (const listener of other.listeners) listener(key)
      }
      const area: StorageArea = {
        get length() {
          return items.size
        },
        key: (index) => [...items.keys()][index] ?? null,
        getItem: (key) => items.get(key) ?? null,
        setItem(key, value) {
          if (shared.full) throw new DOMException('full', 'QuotaExceededError')
          items.set(key, value)
          tell(key)
        },
        removeItem(key) {
          items.delete(key)
          tell(key)
        },
      }
      return {
        area,
        news: (listener) => {
          tab.listeners.add(listener)
          return () => void tab.listeners.delete(listener)
        },
      }
    },
  }
  return shared
}
