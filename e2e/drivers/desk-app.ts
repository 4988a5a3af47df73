// The desktop app as a person has it: real Electron, a profile of its own, one window.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

const root = join(import.meta.dirname, '..', '..')

export class DeskApp {
  readonly #profile: string
  #app: ElectronApplication
  #window: Page

  private constructor(profile: string, app: ElectronApplication, window: Page) {
    this.#profile = profile
    this.#app = app
    this.#window = window
  }

  static async start(locale = 'en'): Promise<DeskApp> {
    const profile = mkdtempSync(join(tmpdir(), 'frontdesk-e2e-app-'))
    const app = await launch(profile, locale)
    return new DeskApp(profile, app, await app.firstWindow())
  }

  get window(): Page {
    return this.#window
  }

  get app(): ElectronApplication {
    return this.#app
  }

  get profile(): string {
    return this.#profile
  }

  /** Quits and starts again with the same profile. */
  async restart(locale = 'en'): Promise<void> {
    await this.#app.close()
    this.#app = await launch(this.#profile, locale)
    this.#window = await this.#app.firstWindow()
  }

  /** Kills the hosted server as a crash would; the app has to bring it back. */
  async killServer(): Promise<void> {
    await this.#app.evaluate(({ app }) => {
      const server = app.getAppMetrics().find((metric) => metric.name === 'Frontdesk server')
      if (!server) throw new Error('no hosted server runs')
      process.kill(server.pid, 'SIGKILL')
    })
  }

  async dispose(): Promise<void> {
    await this.#app.close()
    rmSync(this.#profile, { recursive: true, force: true })
  }
}

const launch = (profile: string, locale: string): Promise<ElectronApplication> => {
  const executablePath = process.env['ELECTRON_EXEC_PATH']
  if (executablePath === undefined) throw new Error('no Electron: run the tests with `npm run e2e`')
  return _electron.launch({
    executablePath,
    // Every test hosts on a port of its own.
    args: [root, `--user-data-dir=${profile}`, `--lang=${locale}`, '--disable-gpu', '--log-level=3'],
    cwd: root,
    env: { ...definedEnvironment(), FRONTDESK_PORT: '0' },
  })
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
