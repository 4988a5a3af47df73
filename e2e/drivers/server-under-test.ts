// A real server process that a test may stop, kill and start again on the same folder and port.
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FromServer } from '../../src-server/app/start/host-messages.ts'

const bundle = join(import.meta.dirname, '..', '..', 'out', 'main', 'server.js')

type Ready = Extract<FromServer, { type: 'ready' }>

export class ServerUnderTest {
  readonly #flags: readonly string[]
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-e2e-'))
  #child: ChildProcess | undefined
  #ready: Ready | undefined
  #log = ''

  private constructor(flags: readonly string[]) {
    this.#flags = flags
  }

  static async start(flags: readonly string[] = ['--demo-page']): Promise<ServerUnderTest> {
    const server = new ServerUnderTest(flags)
    await server.#launch(0)
    return server
  }

  get url(): string {
    return this.#running().url
  }

  get port(): number {
    return this.#running().port
  }

  /** Empty once the owner exists. */
  get setupCode(): string {
    return this.#running().setupCode ?? ''
  }

  get dataDir(): string {
    return this.#dataDir
  }

  /** Everything the server logged so far. */
  get log(): string {
    return this.#log
  }

  /** As a power cut would: no goodbye, nothing flushed. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** As an operator would: clients are told when to come back. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  /** On the same folder and port. */
  async startAgain(): Promise<void> {
    await this.#launch(this.port)
  }

  async dispose(): Promise<void> {
    if (this.#child?.exitCode === null) await this.kill()
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  #running(): Ready {
    if (!this.#ready) throw new Error('the server has not been started')
    return this.#ready
  }

  async #launch(port: number): Promise<void> {
    const args = ['--port', String(port), '--data', this.#dataDir, ...this.#flags]
    const child = fork(bundle, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] })
    this.#child = child
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.#log += chunk.toString('utf8')))
    this.#ready = await new Promise<Ready>((resolve, reject) => {
      child.on('message', (message) => {
        const said = message as FromServer // our own server's messages
        if (said.type === 'ready') resolve(said)
        if (said.type === 'failed') reject(new Error(said.text.en))
      })
      child.once('exit', (code) =>
        reject(new Error(`the server exited with ${code} before it was ready:\n${this.#log}`)),
      )
    })
  }

  #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null) return Promise.resolve()
    return new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.kill(signal)
    })
  }
}
