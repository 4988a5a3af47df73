// One process of the server's bundle, started through Electron's utilityProcess: the hosted server, a checkup.
// Electron-free: `utilityProcess.fork` is passed in, so that what uses it can be tested in plain Node.
import type { FromServer, ToServer } from '../../src-server/app/start/host-messages.ts'

export type Child<To> = {
  post(message: To): void
  kill(): void
}

export type ChildEvents<From> = {
  message(message: From): void
  /** A line or more of its own log. */
  output(text: string): void
  exited(code: number | null): void
}

export type Launch<From, To> = (events: ChildEvents<From>) => Child<To>
export type ServerChild = Child<ToServer>
export type LaunchServer = Launch<FromServer, ToServer>

export type LaunchOptions = {
  /** As the system's list of processes shows it. */
  readonly name: string
  readonly entry: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
}

type UtilityFork = (typeof import('electron'))['utilityProcess']['fork']

export const launchInUtilityProcess =
  <From, To>(fork: UtilityFork, options: LaunchOptions): Launch<From, To> =>
  (events) => {
    const child = fork(options.entry, [...options.args], {
      env: options.env,
      serviceName: options.name,
      stdio: 'pipe',
    })
    // The server is our own code: its messages are typed, not checked.
    child.on('message', (message: From) => events.message(message))
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

const killProcess = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // ESRCH: it went by itself, which is what we wanted
  }
}
