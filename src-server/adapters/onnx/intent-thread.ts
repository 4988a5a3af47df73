// Runs the intent engine in a worker thread of this process.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { limits } from '../../protocol/index.ts'
import { workerEntry, workerEnvironment } from '../system/worker-entry.ts'
import type { FromIntentThread, IntentBirth, StopIntentThread, ToIntentThread } from './intent-messages.ts'

/** One running thread, whatever runs it. */
export type IntentThread = {
  post(message: ToIntentThread): void
  /** Lets it end itself: a thread that is ended while a model runs takes the whole process along. By force only when it hangs. */
  stop(): Promise<void>
}
export type StartIntentThread = (
  birth: IntentBirth,
  events: { told(message: FromIntentThread): void; died(error: unknown): void },
) => IntentThread

export const startIntentThread: StartIntentThread = (birth, events) => {
  const worker = new Worker(workerEntry('intent-worker'), {
    name: 'intents',
    workerData: birth,
    env: workerEnvironment(),
  })
  // Guesses about visitors must not keep a server alive that wants to end.
  worker.unref()
  worker.on('message', (message: FromIntentThread) => events.told(message))
  worker.on('error', (error) => events.died(error))
  worker.on('exit', (code) => events.died(new Error(`the intent thread ended with ${code}`)))
  return {
    post: (message) => worker.postMessage(message),
    stop: async () => {
      worker.removeAllListeners()
      // A thread that dies of being stopped has nobody left to tell.
      worker.on('error', () => undefined)
      const ended = once(worker, 'exit')
      worker.postMessage({ type: 'stop' } satisfies StopIntentThread)
      const late = setTimeout(() => void worker.terminate(), limits.intentStopWithinMs)
      await ended
      clearTimeout(late)
    },
  }
}
