// The server under test in a process of its own, measured from outside through /proc.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FromServer } from '../../src-server/app/start/host-messages.ts'
import { processorMs, residentMb } from './process-usage.ts'

const root = join(import.meta.dirname, '..', '..')
const bundle = join(root, 'out', 'main', 'server.js')

export type ServerProcess = {
  readonly pid: number
  readonly url: string
  readonly setupCode: string
  readonly dataDir: string
  /** Processor time used so far, user and system together. */
  cpuMs(): number
  residentMb(): number
  stop(): Promise<void>
}

/** Starts the built server (`npm run build` first) on a free port with an empty data folder of its own. */
export const startServerProcess = async (
  flags: readonly string[] = [],
  nodeFlags: readonly string[] = [],
): Promise<ServerProcess> => {
  if (!existsSync(bundle)) throw new Error('out/main/server.js is missing: run `npm run build` first')
  const dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-bench-'))
  const args = ['--port', '0', '--data', dataDir, '--log-level', 'warn', ...flags]
  const child = spawn(process.execPath, [...nodeFlags, bundle, ...args], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ready = await readyMessage(child)
  const pid = child.pid ?? 0
  return {
    pid,
    url: ready.url,
    setupCode: ready.setupCode ?? '',
    dataDir,
    cpuMs: () => processorMs(pid),
    residentMb: () => residentMb(pid),
    stop: async () => {
      const exited = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await exited
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const readyMessage = (child: ChildProcess): Promise<Extract<FromServer, { type: 'ready' }>> =>
  new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const said = message as FromServer // our own server's messages
      if (said.type === 'ready') resolve(said)
      if (said.type === 'failed') reject(new Error(said.text.en))
    })
    child.once('exit', (code) => reject(new Error(`the server exited with ${code} before it was ready`)))
  })
