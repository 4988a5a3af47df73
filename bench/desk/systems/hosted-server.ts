// The built server inside Electron, as a workstation hosts it: another engine, another Node, the same bundle.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { processorMs, residentMb } from '../../load/process-usage.ts'
import type { ServerUnderTest } from '../server-under-test.ts'

const host = join(import.meta.dirname, 'electron-host.mjs')

type Ready = { readonly pid: number; readonly port: number }

const readyOf = async (output: Readable): Promise<Ready> => {
  for await (const line of createInterface({ input: output })) return JSON.parse(line) as Ready // our own line
  throw new Error('Electron ended without a word')
}

/** Only the server's own process is measured: the app around it costs the same however many are connected. */
export const startHostedServer = async (
  entry: string,
  args: readonly string[],
  profile: string,
): Promise<ServerUnderTest> => {
  const runtime = process.env['ELECTRON_EXEC_PATH']
  if (runtime === undefined) throw new Error('no Electron: run this as `npm run bench:desk`')
  const screenless = ['--ozone-platform=headless', '--disable-gpu', '--log-level=3', `--user-data-dir=${profile}`]
  const flags = process.getuid?.() === 0 ? ['--no-sandbox', ...screenless] : screenless
  const app = spawn(runtime, [...flags, host, '--serve', entry, ...args], {
    // Electron's complaints about a machine without a desktop are left out.
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(app, 'exit').then(() => {
    throw new Error('Electron ended before its server was ready')
  })
  const { pid, port } = await Promise.race([readyOf(app.stdout), ended])
  const gone = async (signal: 'SIGKILL' | 'SIGTERM', to: number): Promise<void> => {
    const exited = once(app, 'exit')
    process.kill(to, signal)
    await exited
  }
  return {
    pid,
    port,
    cpuMs: () => processorMs(pid),
    residentMb: () => residentMb(pid),
    // The app goes with its server.
    kill: () => gone('SIGKILL', pid),
    stop: () => gone('SIGTERM', app.pid ?? 0),
  }
}
