// The desktop app as a person has it: real Electron, a profile of its own, one window.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
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

  /** What the app asked with the system's own dialogs, newest last. */
  asked(): Promise<readonly Asked[]> {
    return this.#app.evaluate(() => (globalThis as Questioned).askedQuestions ?? [])
  }

  /** By the button's place; 0, the first, unless told otherwise. */
  async answerWith(button: number): Promise<void> {
    await this.#app.evaluate((_, place) => {
      ;(globalThis as Questioned).answerWith = place
    }, button)
  }

  private constructor(profile: string, port: number, app: ElectronApplication, window: Page) {
    this.#profile = profile
    this.#port = port
    this.#app = app
    this.#window = window
  }

  /** `port`: where a hosted server shall listen; a free one unless given. */
  static async start(locale = 'en', port = 0): Promise<DeskApp> {
    return DeskApp.#open(locale, port === 0 ? await freePort() : port)
  }

  static async #open(locale: string, port: number): Promise<DeskApp> {
    const profile = mkdtempSync(join(tmpdir(), 'frontdesk-e2e-app-'))
    const app = await launch(profile, port, locale)
    return new DeskApp(profile, port, app, await app.firstWindow())
  }

  get window(): Page {
    return this.#window
  }

  get app(): ElectronApplication {
    return this.#app
  }

  /** What the app and its hosted server logged so far. */
  get log(): string {
    return readFileSync(join(this.#profile, 'logs', 'server.log'), 'utf8')
  }

  /** History and files of a hosted desk. */
  get dataFolder(): string {
    return join(this.#profile, 'desk')
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
  async restart(locale = 'en', ...words: readonly string[]): Promise<void> {
    await this.#app.close()
    this.#app = await launch(this.#profile, this.#port, locale, words)
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

  /** Starts the same program once more, as a person does who forgot that it runs, or as the system does with a link. @returns its exit code. */
  startTwice(...words: readonly string[]): Promise<number | null> {
    const { executablePath, args, env } = commandLine(this.#profile, this.#port, 'en', words)
    const rootFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const second = spawn(executablePath, [...rootFlags, ...args], { cwd: root, env, stdio: 'ignore' })
    return new Promise((resolve, reject) => {
      second.once('error', reject)
      second.once('exit', (code) => resolve(code))
    })
  }

  /** Whether the window is on the screen; a host's window hides when it is closed. */
  isShown(): Promise<boolean> {
    return this.#app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some((window) => window.isVisible() && !window.isMinimized()),
    )
  }

  /** Playwright makes every page believe that it has the focus; from here on the page knows that it has not. */
  async loseFocus(): Promise<void> {
    await this.#window.evaluate(() => {
      document.hasFocus = () => false
    })
  }

  /** As a bug in the page's own process would. */
  async crashPage(): Promise<void> {
    await this.#app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )
  }

  /** The value of an expression in whatever page the window shows now. */
  run(expression: string): Promise<unknown> {
    return this.#app.evaluate(
      ({ BrowserWindow }, code): Promise<unknown> =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) ?? Promise.resolve(undefined),
      expression,
    )
  }

  /** By the window's own button. */
  async closeWindow(): Promise<void> {
    await this.#app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  }

  /** As the menu does; the app may ask first. */
  async quit(): Promise<void> {
    await this.#app.evaluate(({ app }) => app.quit())
  }

  async dispose(): Promise<void> {
    await this.#app.close()
    rmSync(this.#profile, { recursive: true, force: true })
  }
}

export type Asked = { readonly message: string; readonly detail: string }
type Questioned = { askedQuestions?: Asked[]; answerWith?: number }

/** A native dialog cannot be clicked by a test: the app's questions are kept and answered. */
const answerQuestions = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ dialog }) => {
    const kept = globalThis as Questioned
    kept.askedQuestions = []
    dialog.showMessageBox = (...given: readonly unknown[]) => {
      const { message, detail } = given.at(-1) as Asked
      kept.askedQuestions?.push({ message, detail })
      return Promise.resolve({ response: kept.answerWith ?? 0, checkboxChecked: false })
    }
  })

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

const commandLine = (
  profile: string,
  port: number,
  locale: string,
  words: readonly string[],
): { executablePath: string; args: string[]; env: Record<string, string> } => {
  const executablePath = process.env['ELECTRON_EXEC_PATH']
  if (executablePath === undefined) throw new Error('no Electron: run the tests with `npm run e2e`')
  return {
    executablePath,
    args: [root, `--user-data-dir=${profile}`, `--lang=${locale}`, '--disable-gpu', '--log-level=3', ...words],
    env: { ...definedEnvironment(), FRONTDESK_PORT: String(port) },
  }
}

const launch = async (
  profile: string,
  port: number,
  locale: string,
  words: readonly string[] = [],
): Promise<ElectronApplication> => {
  const app = await _electron.launch({ ...commandLine(profile, port, locale, words), cwd: root })
  await answerQuestions(app)
  return app
}

const definedEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
