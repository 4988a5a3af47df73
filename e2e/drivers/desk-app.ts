// The desktop app as a person has it: real Electron, a profile of its own, one window.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { DeskBridge } from '#bridge/bridge-contract.ts'

declare global {
  interface Window {
    readonly desk?: DeskBridge
  }
}

const root = join(import.meta.dirname, '..', '..')

export class DeskApp {
  readonly #profile: string
  readonly #port: number
  #app: ElectronApplication
  #window: Page

  private constructor(profile: string, port: number, app: ElectronApplication, window: Page) {
    this.#profile = profile
    this.#port = port
    this.#app = app
    this.#window = window
  }

  static async start(locale = 'en'): Promise<DeskApp> {
    const profile = mkdtempSync(join(tmpdir(), 'frontdesk-e2e-app-'))
    const port = await freePort()
    const app = await launch(profile, port, locale)
    return new DeskApp(profile, port, app, await app.firstWindow())
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

  /** The hosted desk's own address, for visitors and colleagues. */
  async deskUrl(): Promise<string> {
    const { host } = await this.#window.evaluate(
      () => window.desk?.getStartup() ?? Promise.reject(new Error('no bridge')),
    )
    if (host.kind !== 'running') throw new Error(`the hosted server is ${host.kind}`)
    return host.url
  }

  /** Quits and starts again with the same profile. */
  async restart(locale = 'en'): Promise<void> {
    await this.#app.close()
    this.#app = await launch(this.#profile, this.#port, locale)
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

/** A port for one app and its restarts: a server that crashed has to come back where its clients look for it. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const launch = (profile: string, port: number, locale: string): Promise<ElectronApplication> => {
  const executablePath = process.env['ELECTRON_EXEC_PATH']
  if (executablePath === undefined) throw new Error('no Electron: run the tests with `npm run e2e`')
  return _electron.launch({
    executablePath,
    args: [root, `--user-data-dir=${profile}`, `--lang=${locale}`, '--disable-gpu', '--log-level=3'],
    cwd: root,
    env: { ...definedEnvironment(), FRONTDESK_PORT: String(port) },
  })
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
