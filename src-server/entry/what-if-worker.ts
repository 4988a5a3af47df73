// The what-if thread: answers the one question it is born with, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { answerWhatIf } from '../adapters/sqlite/what-if-reads.ts'
import type { WhatIfTask } from '../adapters/what-if/what-if-thread.ts'

const { birth, question } = workerData as WhatIfTask
parentPort?.postMessage(answerWhatIf(birth, question, () => performance.now()))
