// Who wants to know of a change.
import type { Cancel } from '#client/environment.ts'

export type Listeners = { readonly add: (listener: () => void) => Cancel; readonly notify: () => void }

export const createListeners = (): Listeners => {
  const listeners = new Set<() => void>()
  return {
    add: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    notify: () => {
      for (const listener of listeners) listener()
    },
  }
}
