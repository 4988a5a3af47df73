// `frontdesk serve --demo`: a shop with two years of history, and bots that keep it busy.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const program = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js')

type Printed = { readonly url: string; readonly owner: { readonly login: string; readonly password: string } }

export class DemoShop {
  readonly #child: ChildProcess
  readonly #dataDir: string
  readonly url: string
  /** The account that is left to the person who tries the demo. */
  readonly owner: Printed['owner']

  private constructor(child: ChildProcess, dataDir: string, { url, owner }: Printed) {
    this.#child = child
    this.#dataDir = dataDir
    this.url = url
    this.owner = owner
  }

  static async open(): Promise<DemoShop> {
    const dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-e2e-demo-'))
    const args = [program, 'serve', '--demo', '--data', dataDir, '--port', '0', '--log-level', 'silent']
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    return new DemoShop(child, dataDir, await printedBy(child))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGTERM')
    await gone
    rmSync(this.#dataDir, { recursive: true, force: true })
  }
}

const printedBy = (child: ChildProcess): Promise<Printed> =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      const url = /(http:\/\/\S+)\/desk\//u.exec(said)?.[1]
      const [, login, password] = /Demo account\s+(\S+)\s+(\S+)\n/u.exec(said) ?? []
      if (url !== undefined && login !== undefined && password !== undefined)
        resolve({ url, owner: { login, password } })
    })
    child.once('exit', (code) => reject(new Error(`the demo exited with ${code}:\n${said}`)))
  })
