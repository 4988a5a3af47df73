// The self-load's server as a child of this process.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { workerEntry, workerEnvironment } from '../../../adapters/system/worker-entry.ts'
import { limits } from '../../../protocol/index.ts'
import { officeArgs, type FromLoadOffice, type LoadOffice, type OpenLoadOffice } from './office-messages.ts'

export const forkLoadOffice: OpenLoadOffice = (wish) => {
  const child = fork(fileURLToPath(workerEntry('doctor-office')), officeArgs(wish), {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: workerEnvironment(),
    execArgv: [],
  })
  const gone = once(child, 'exit')
  const ready = new Promise<LoadOffice>((resolve, reject) => {
    // Our own program: its messages are typed, not checked.
    child.on('message', (message: FromLoadOffice) => {
      if (message.type === 'ready') resolve(message.office)
      else reject(new Error(message.text.en))
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the server of the self-load ended (${code ?? 'killed'})`)))
  })
  return {
    ready,
    async end() {
      // Whoever ends it does not wait for it to be ready.
      ready.catch(() => undefined)
      if (child.exitCode !== null || child.signalCode !== null) return
      if (child.connected) child.send({ type: 'stop' })
      const timer = setTimeout(() => child.kill('SIGKILL'), limits.doctorStopWithinMs)
      await gone
      clearTimeout(timer)
    },
  }
}
