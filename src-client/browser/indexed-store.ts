// One IndexedDB object store as a KeyValueStore. A write is done when its transaction is complete, not when it was accepted.
import type { KeyValueStore } from '../environment.ts'

const STORE = 'rows'
/** Some browsers' private modes never answer. */
const OPEN_WITHIN_MS = 2_000

const completion = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
  })

const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('failed')))
  })

const open = (name: string): Promise<IDBDatabase | undefined> =>
  new Promise((resolve) => {
    const giveUp = (): void => resolve(undefined)
    setTimeout(giveUp, OPEN_WITHIN_MS)
    try {
      const request = indexedDB.open(name, 1)
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', giveUp)
      request.addEventListener('blocked', giveUp)
    } catch {
      // Forbidden in this frame: the caller takes the next store.
      giveUp()
    }
  })

/** @returns undefined where the browser forbids it. */
export const openIndexedStore = async (name: string): Promise<KeyValueStore | undefined> => {
  const database = await open(name)
  if (!database) return undefined
  const write = (work: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' })
    work(transaction.objectStore(STORE))
    return completion(transaction)
  }
  const rows = (): IDBObjectStore => database.transaction(STORE, 'readonly').objectStore(STORE)
  return {
    get: async (key) => {
      const value: unknown = await answer(rows().get(key))
      return typeof value === 'string' ? value : undefined
    },
    set: (key, value) => write((store) => store.put(value, key)),
    remove: (key) => write((store) => store.delete(key)),
    keys: async (prefix) => {
      const keys = await answer(rows().getAllKeys(IDBKeyRange.bound(prefix, `${prefix}\uffff`)))
      return keys.filter((key) => typeof key === 'string')
    },
  }
}
