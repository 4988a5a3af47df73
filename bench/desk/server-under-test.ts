// A server in a process of its own, watched from outside through /proc: nothing of the measuring is in the measured process.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { processorMs, residentMb } from '../load/process-usage.ts'

export type ServerUnderTest = {
  readonly pid: number
  readonly port: number
  /** Processor time used so far, user and system together, of all its threads. */
  cpuMs(): number
  residentMb(): number
  /** At once and without a word to it. */
  kill(): Promise<void>
  /** As an office stops it. */
  stop(): Promise<void>
}

type Ready = { readonly type: 'ready'; readonly port: number }
const isReady = (message: unknown): message is Ready =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready'

const readyOf = (child: ChildProcess, file: string): Promise<Ready> =>
  new Promise((resolve, reject) => {
    child.on('message', (message) => {
      if (isReady(message)) resolve(message)
    })
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready`)))
  })

/** `file` says { type: 'ready', port } to its parent when it takes connections. */
export const startServerUnderTest = async (
  file: string,
  args: readonly string[],
  nodeFlags: readonly string[] = [],
): Promise<ServerUnderTest> => {
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as ('ignore' | 'inherit' | 'ipc')[]
  const child = fork(file, [...args], { stdio, execArgv: [...nodeFlags] })
  const { port } = await readyOf(child, file)
  const pid = child.pid ?? 0
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  return {
    pid,
    port,
    cpuMs: () => processorMs(pid),
    residentMb: () => residentMb(pid),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}
