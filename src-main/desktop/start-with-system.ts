// Whether the program starts with the system. The system's own list is the truth: macOS and Windows keep it, on Linux it is a file.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { App } from 'electron'

export type StartWithSystem = { isOn(): boolean; set(isOn: boolean): void }

/** What starts this very program: an AppImage is its own file, one under development needs its folder. */
export const startCommand = (app: {
  readonly isPackaged: boolean
  readonly execPath: string
  readonly appPath: string
  readonly appImage: string | undefined
}): readonly string[] => (app.isPackaged ? [app.appImage ?? app.execPath] : [app.execPath, app.appPath])

/** As the Desktop Entry Specification wants it in Exec: quoted, with its signs escaped, then the escapes of a value. */
const quoted = (word: string): string => `"${word.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`.replaceAll('\\', '\\\\')

export const autostartEntry = (command: readonly string[]): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Frontdesk',
    `Exec=${command.map((word) => quoted(word).replaceAll('%', '%%')).join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')

export const autostartFile = (env: NodeJS.ProcessEnv, home: string): string =>
  join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'autostart', 'frontdesk.desktop')

export const autostartByFile = (file: string, entry: string): StartWithSystem => ({
  isOn: () => existsSync(file),
  set: (isOn) => {
    if (!isOn) return rmSync(file, { force: true })
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, entry)
  },
})

export const startsWithSystem = (app: App): StartWithSystem => {
  if (process.platform === 'linux') {
    const { execPath } = process
    const command = startCommand({
      isPackaged: app.isPackaged,
      execPath,
      appPath: app.getAppPath(),
      appImage: process.env['APPIMAGE'],
    })
    return autostartByFile(autostartFile(process.env, app.getPath('home')), autostartEntry(command))
  }
  return {
    isOn: () => app.getLoginItemSettings().openAtLogin,
    set: (openAtLogin) => app.setLoginItemSettings({ openAtLogin }),
  }
}
