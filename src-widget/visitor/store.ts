// One value that screens watch.
import type { Cancel } from '#client/environment.ts'
import { createListeners } from './listeners.ts'

export type ReadableStore<Value> = { get(): Value; subscribe(listener: () => void): Cancel }
export type Store<Value> = ReadableStore<Value> & { set(value: Value): void }

export const createStore = <Value>(initial: Value): Store<Value> => {
  const listeners = createListeners()
  let value = initial
  return {
    get: () => value,
    subscribe: listeners.add,
    set(next) {
      if (Object.is(value, next)) return
      value = next
      listeners.notify()
    },
  }
}
