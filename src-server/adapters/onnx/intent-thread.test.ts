import type { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { startIntentThread } from './intent-thread.ts'

it('[D9.20] a thread that is stopped ends itself, between two texts: by force it would take the process along', async () => {
  let worker: Worker | undefined
  process.once('worker', (started: Worker) => (worker = started))
  const loaded = Promise.withResolvers<void>()
  const thread = startIntentThread(
    { modelDir: undefined },
    { told: ({ type }) => type === 'loaded' && loaded.resolve(), died: loaded.reject },
  )
  await loaded.promise
  const stopped = thread.stop()
  const code = new Promise((resolve) => worker?.once('exit', resolve))
  await stopped
  expect(await code).toBe(0)
})
