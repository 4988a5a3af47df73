// Runs the intent engine in a worker thread of this process.
import { Worker } from 'node:worker_threads'
import { workerEntry, workerEnvironment } from '../system/worker-entry.ts'
import type { FromIntentThread, IntentBirth, ToIntentThread } from './intent-messages.ts'

/** One running thread, whatever runs it. */
export type IntentThread = {
  post(message: ToIntentThread): void
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
      await worker.terminate()
    },
  }
}
