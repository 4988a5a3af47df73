import { parentPort, workerData } from 'node:worker_threads'
import { openReaderEngine } from '../adapters/sqlite/reader-engine.ts'
import { serveEngine } from '../adapters/sqlite/serve-engine.ts'
import type { WorkerBirth } from '../adapters/sqlite/worker-messages.ts'

if (!parentPort) throw new Error('this file is the code of a worker thread')
serveEngine(parentPort, workerData as WorkerBirth, openReaderEngine)
