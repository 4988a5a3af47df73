// The page's localStorage, where there is one: sandboxed frames and strict cookie settings forbid even looking at it.
import type { StorageArea, StorageNews } from './widget-storage.ts'

export const browserStorageArea = (): StorageArea | undefined => {
  try {
    return window.localStorage
  } catch {
    // Forbidden, not broken: the widget goes on in memory.
    return undefined
  }
}

export const browserStorageNews: StorageNews = (listener) => {
  const heard = (event: StorageEvent): void => {
    if (event.key !== null) listener(event.key)
  }
  window.addEventListener('storage', heard)
  return () => window.removeEventListener('storage', heard)
}
