// Settings of a computer that is none, for looks: the second shortcut is another program's.
import type { ComputerSettings } from '#bridge/bridge-contract.ts'
import type { ComputerSettingsApi } from '../platform/platform.ts'

let settings: ComputerSettings = { startsWithSystem: true, shortcut: '', isShortcutTaken: false, spelling: false }
const change = (next: Partial<ComputerSettings>): Promise<ComputerSettings> => {
  settings = { ...settings, ...next }
  return Promise.resolve(settings)
}

export const fakeComputer: ComputerSettingsApi = {
  read: () => Promise.resolve(settings),
  setStartsWithSystem: (startsWithSystem) => change({ startsWithSystem }),
  setShortcut: (shortcut) => change({ shortcut, isShortcutTaken: shortcut === 'CommandOrControl+Alt+F' }),
  setSpelling: (spelling) => change({ spelling }),
}
