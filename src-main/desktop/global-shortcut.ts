// The keys that bring the window to the front from any program. The system gives them to whoever asks first.
import type { ShortcutKeys } from '../bridge/bridge-contract.ts'

/** The part of Electron's globalShortcut that is used; passed in so that tests need no Electron. */
export type SystemShortcuts = {
  register(keys: string, pressed: () => void): boolean
  unregister(keys: string): void
}

export type Shortcut = {
  /** Instead of what was in use; '' for none. */
  use(keys: ShortcutKeys): void
  /** Another program has what is wished. */
  isTaken(): boolean
}

export const createShortcut = (system: SystemShortcuts, pressed: () => void): Shortcut => {
  let held = ''
  let isTaken = false
  return {
    use: (keys) => {
      if (held !== '') system.unregister(held)
      held = keys !== '' && system.register(keys, pressed) ? keys : ''
      isTaken = keys !== '' && held === ''
    },
    isTaken: () => isTaken,
  }
}
