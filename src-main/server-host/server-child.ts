// One running server process, whatever started it: Electron's utilityProcess in the app, child_process in tests.
// Electron-free: `utilityProcess.fork` is passed in.
import { fork as forkNode } from 'node:child_process'
import type { FromServer, ToServer } from '../../src-server/app/host-messages.ts'

export type ServerChild = {
  post(message: ToServer): void
  kill(): void
}

export type ChildEvents = {
  message(message: FromServer): void
  /** A line or more of the server's own log. */
  output(text: string): void
  exited(code: number | null): void
}

export type LaunchServer = (events: ChildEvents) => ServerChild

export type LaunchOptions = { readonly entry: string; readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv }

type UtilityFork = (typeof import('electron'))['utilityProcess']['fork']

export const launchInUtilityProcess =
  (fork: UtilityFork, options: LaunchOptions): LaunchServer =>
  (events) => {
    const child = fork(options.entry, [...options.args], { env: options.env, serviceName: 'Frontdesk server', stdio: 'pipe' })
    // The server is our own code: its messages are typed, not checked.
    child.on('message', (message: FromServer) => events.message(message))
    child.on('exit', (code) => events.exited(code))
    child.stdout?.on('data', (chunk: Buffer) => events.output(chunk.toString('utf8')))
    child.stderr?.on('data', (chunk: Buffer) => events.output(chunk.toString('utf8')))
    return {
      post: (message) => child.postMessage(message),
      // utilityProcess.kill asks politely; a server that hangs needs the other kind.
      kill: () => {
        if (child.pid !== undefined) killProcess(child.pid)
      },
    }
  }

export const launchInNode =
  (execPath: string, options: LaunchOptions): LaunchServer =>
  (events) => {
    const child = forkNode(options.entry, [...options.args], { execPath, env: options.env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
    child.on('message', (message) => events.message(message as FromServer))
    child.on('exit', (code) => events.exited(code))
    child.stdout?.on('data', (chunk: Buffer) => events.output(chunk.toString('utf8')))
    child.stderr?.on('data', (chunk: Buffer) => events.output(chunk.toString('utf8')))
    return {
      post: (message) => {
        if (child.connected) child.send(message)
      },
      kill: () => void child.kill('SIGKILL'),
    }
  }

const killProcess = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // ESRCH: it went by itself, which is what we wanted
  }
}
