// Whether this desktop shows tray icons at all. Windows and macOS always do; on Linux some desktops have no place for them, and
// Electron's Tray then fails in silence.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Answers at once or not at all; nobody should wait for a window to close. */
const ANSWER_WITHIN_MS = 1_000

/** What whoever shows icons on Linux has announced on the session's bus. */
const question = [
  'call',
  '--session',
  '--dest=org.kde.StatusNotifierWatcher',
  '--object-path=/StatusNotifierWatcher',
  '--method=org.freedesktop.DBus.Properties.Get',
  'org.kde.StatusNotifierWatcher',
  'IsStatusNotifierHostRegistered',
] as const

type AskSystem = (command: string, args: readonly string[]) => Promise<string>

const askSystem: AskSystem = async (command, args) =>
  (await promisify(execFile)(command, [...args], { timeout: ANSWER_WITHIN_MS })).stdout

/** In doubt there is none: asking once too often is better than a window that nobody finds again. */
export const showsTray = async (system: string, ask: AskSystem = askSystem): Promise<boolean> => {
  if (system !== 'linux') return true
  try {
    return (await ask('gdbus', question)).includes('<true>')
  } catch {
    return false
  }
}
