// Where everything of this app lies on this computer.
import { join } from 'node:path'
import type { App } from 'electron'

export type AppPaths = {
  /** History, files, secrets of a hosted desk. */
  readonly data: string
  readonly log: string
  readonly settings: string
  readonly secrets: string
  readonly windowState: string
  readonly page: string
  readonly preload: string
  /** The server's bundle: on real disk also in a packaged app, since workers cannot start from inside an archive. */
  readonly server: string
  /** A checkup of this computer, and the server of its self-load. */
  readonly doctor: string
  readonly doctorOffice: string
  readonly icon: string
  readonly trayIcon: string
}

const outsideArchive = (path: string): string => path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')

export const appPaths = (app: App, mainFolder: string): AppPaths => {
  const user = app.getPath('userData')
  const resources = join(app.getAppPath(), 'resources')
  return {
    data: join(user, 'desk'),
    log: join(user, 'logs', 'server.log'),
    settings: join(user, 'settings.json'),
    secrets: join(user, 'secrets.json'),
    windowState: join(user, 'window.json'),
    page: join(mainFolder, '..', 'renderer'),
    preload: join(mainFolder, '..', 'preload', 'index.cjs'),
    server: outsideArchive(join(mainFolder, 'server.js')),
    doctor: outsideArchive(join(mainFolder, 'doctor-process.js')),
    doctorOffice: outsideArchive(join(mainFolder, 'doctor-office.js')),
    icon: join(resources, 'icon.png'),
    trayIcon: join(resources, process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'),
  }
}
