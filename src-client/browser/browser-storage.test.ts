import { afterEach, expect, it, vi } from 'vitest'
import { createBrowserStorage } from './browser-storage.ts'

afterEach(() => vi.unstubAllGlobals())

const forbidden = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

/** Web storage on a plain object, as far as a page uses it. */
const webStorage = (): Storage => {
  const methods = {
    getItem: (key: string): string | null => (Object.hasOwn(storage, key) ? String(storage[key]) : null),
    setItem: (key: string, value: string) => void (storage[key] = value),
    removeItem: (key: string) => void delete storage[key],
  }
  const storage: Record<string, unknown> = Object.create(methods) as Record<string, unknown>
  return storage as unknown as Storage
}

it('[D5] falls back to web storage, and finds there what it kept', async () => {
  vi.stubGlobal('indexedDB', { open: forbidden })
  vi.stubGlobal('localStorage', webStorage())
  const storage = createBrowserStorage()
  await storage.set('a/1', 'one')
  await storage.set('b/2', 'two')
  expect(await createBrowserStorage().get('a/1')).toBe('one')
  expect(await storage.keys('a/')).toEqual(['a/1'])
  await storage.remove('a/1')
  expect(await storage.get('a/1')).toBeUndefined()
})

it('[D5] still works where the browser keeps nothing at all', async () => {
  vi.stubGlobal('indexedDB', undefined)
  vi.stubGlobal('localStorage', { setItem: forbidden })
  const storage = createBrowserStorage()
  await storage.set('a', '1')
  expect(await storage.get('a')).toBe('1')
  expect(await storage.keys('')).toEqual(['a'])
})
