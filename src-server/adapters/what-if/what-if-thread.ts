// A what-if on a thread of its own, which lives as long as its question: nothing is held for what is asked once a week.
import { Worker } from 'node:worker_threads'
import { fail, limits, type Result } from '../../protocol/index.ts'
import type { WhatIfReport } from '../../protocol/what-if-schemas.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import type { DayQuestion, WhatIfRunner } from '../../ports/what-if.ts'
import type { WhatIfBirth } from '../sqlite/what-if-reads.ts'
import { workerEntry, workerEnvironment } from '../system/worker-entry.ts'

export type WhatIfTask = { readonly birth: WhatIfBirth; readonly question: DayQuestion }

export type WhatIfThreadParts = {
  readonly birth: WhatIfBirth
  readonly clock: Clock
  readonly logger: Logger
  /** A test's way to a thread that hangs or dies. */
  readonly startWorker?: (task: WhatIfTask) => Worker
}

const startThread = (task: WhatIfTask): Worker =>
  new Worker(workerEntry('what-if-worker'), { name: 'what-if', workerData: task, env: workerEnvironment() })

export const createWhatIfThread = (parts: WhatIfThreadParts): WhatIfRunner => {
  const { birth, clock, logger, startWorker = startThread } = parts
  return {
    start(question) {
      const worker = startWorker({ birth, question })
      // A guess about yesterday must not keep a server alive that wants to end.
      worker.unref()
      const { promise, resolve } = Promise.withResolvers<Result<WhatIfReport>>()
      const settle = (result: Result<WhatIfReport>): void => {
        cancelDeadline()
        worker.removeAllListeners()
        // A thread that dies of being stopped has nobody left to tell.
        worker.on('error', () => undefined)
        worker.terminate().catch((error: unknown) => logger.warn({ error }, 'a what-if thread did not stop'))
        resolve(result)
      }
      const died = (error: unknown): void => {
        logger.error({ error }, 'a what-if failed')
        settle(fail('internal'))
      }
      const cancelDeadline = clock.after(limits.whatIfWithinMs, () => settle(fail('what_if_too_long')))
      worker.once('message', settle)
      worker.once('error', died)
      worker.once('exit', (code) => died(new Error(`the what-if thread ended with ${code}`)))
      return { result: promise, cancel: () => settle(fail('what_if_cancelled')) }
    },
  }
}
