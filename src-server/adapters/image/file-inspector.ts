// The image thread as the server sees it: one file at a time, a bounded line, and a thread that hangs or dies is replaced.
// It always answers: a file that could not be looked at is a plain file.
import type { Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { limits } from '../../protocol/index.ts'
import { UNKNOWN_MIME, type Inspection, type InspectionRequest } from './inspection.ts'

export type FileFacts = Pick<Inspection, 'mime' | 'width' | 'height'>

export type FileInspector = {
  inspect(path: string, thumbPath: string): Promise<FileFacts>
  stop(): Promise<void>
}

/** One running thread, whatever runs it. */
export type InspectionThread = {
  post(request: InspectionRequest): void
  stop(): Promise<void>
}
export type StartThread = (events: {
  answered(inspection: Inspection): void
  died(error: unknown): void
}) => InspectionThread

type Job = { readonly request: InspectionRequest; readonly settle: (facts: FileFacts, outcome: string) => void }

const unknown: FileFacts = { mime: UNKNOWN_MIME, width: 0, height: 0 }

export const createFileInspector = (parts: {
  readonly start: StartThread
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
}): FileInspector => {
  const waiting: Job[] = []
  let current: Job | undefined
  let thread: InspectionThread | undefined
  let cancelDeadline: (() => void) | undefined
  let lastId = 0

  const finish = (facts: FileFacts, outcome: string): void => {
    cancelDeadline?.()
    const job = current
    current = undefined
    job?.settle(facts, outcome)
    next()
  }

  const abandon = (why: string, error?: unknown): void => {
    parts.logger.warn({ err: error, why }, 'the image thread is replaced')
    const old = thread
    thread = undefined
    old
      ?.stop()
      .catch((stopError: unknown) => parts.logger.warn({ err: stopError }, 'the old image thread did not stop'))
    finish(unknown, why)
  }

  const launch = (): InspectionThread => {
    const launched: InspectionThread = parts.start({
      answered: (inspection) => inspection.id === current?.request.id && finish(inspection, inspection.outcome),
      died: (error) => launched === thread && abandon('thread_died', error),
    })
    return launched
  }

  const next = (): void => {
    if (current) return
    current = waiting.shift()
    if (!current) return
    try {
      thread ??= launch()
      // Twice the time the decoder itself gets: this one is for a thread that does not even say so.
      cancelDeadline = parts.clock.after(2 * limits.thumbnailWithinMs, () => abandon('thread_hung'))
      thread.post(current.request)
    } catch (error) {
      abandon('thread_failed', error)
    }
  }

  return {
    inspect: async (path, thumbPath) =>
      new Promise((resolve) => {
        if (waiting.length >= limits.maxImagesWaiting) {
          parts.metrics.count('thumbnails_total', { outcome: 'line_full' })
          resolve(unknown)
          return
        }
        const settle: Job['settle'] = ({ mime, width, height }, outcome) => {
          parts.metrics.count('thumbnails_total', { outcome })
          resolve({ mime, width, height })
        }
        waiting.push({ request: { id: (lastId += 1), path, thumbPath }, settle })
        next()
      }),
    stop: async () => {
      for (const job of waiting.splice(0)) job.settle(unknown, 'stopping')
      const old = thread
      thread = undefined
      if (current) finish(unknown, 'stopping')
      await old?.stop()
    },
  }
}
