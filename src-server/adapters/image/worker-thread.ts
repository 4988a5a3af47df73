// Runs the inspection in a worker thread of this process.
import { Worker } from 'node:worker_threads'
import type { StartThread } from './file-inspector.ts'
import type { Inspection } from './inspection.ts'

export const startInWorker =
  (entry: URL): StartThread =>
  (events) => {
    const worker = new Worker(entry, { name: 'images', stdout: true })
    // Decoders talk about the files they are given. Nobody here listens: a stranger's file writes no log of ours.
    worker.stdout.resume()
    // Uploads must not keep a server alive that wants to end.
    worker.unref()
    worker.on('message', (inspection: Inspection) => events.answered(inspection))
    worker.on('error', (error) => events.died(error))
    worker.on('exit', (code) => events.died(new Error(`the image thread ended with ${code}`)))
    return {
      post: (request) => worker.postMessage(request),
      stop: async () => {
        worker.removeAllListeners()
        // A thread that dies of being stopped has nobody left to tell.
        worker.on('error', () => undefined)
        await worker.terminate()
      },
    }
  }
