// The image thread as the server sees it: one file at a time, a bounded line. A thread that hangs or dies is replaced, so is one
// that met a broken or a large image, and one without work ends. It always answers: a file that could not be looked at is a plain
// file.
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

/** Whatever a broken file did to a decoder, the next one gets another. And a large picture's memory is let go at once only so. */
const usesUpThread = ({ outcome, width, height }: Inspection): boolean =>
  outcome === 'broken_image' || width * height > limits.maxImagePixels / 4

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
  let cancelRest: (() => void) | undefined
  let lastId = 0

  const endThread = (): void => {
    cancelRest?.()
    const old = thread
    thread = undefined
    old
      ?.stop()
      .catch((stopError: unknown) => parts.logger.warn({ error: stopError }, 'the old image thread did not stop'))
  }

  const finish = (facts: FileFacts, outcome: string): void => {
    cancelDeadline?.()
    const job = current
    current = undefined
    job?.settle(facts, outcome)
    next()
    if (current || !thread) return
    cancelRest?.()
    cancelRest = parts.clock.after(limits.imageThreadIdleMs, endThread)
  }

  const abandon = (why: string, error?: unknown): void => {
    parts.logger.warn({ error, why }, 'the image thread is replaced')
    endThread()
    finish(unknown, why)
  }

  const answered = (inspection: Inspection): void => {
    if (inspection.id !== current?.request.id) return
    if (inspection.outcome === 'no_decoder')
      parts.logger.error({ mime: inspection.mime }, 'a decoder of images is missing')
    if (usesUpThread(inspection)) endThread()
    finish(inspection, inspection.outcome)
  }

  const launch = (): InspectionThread => {
    const launched: InspectionThread = parts.start({
      answered,
      died: (error) => launched === thread && abandon('thread_died', error),
    })
    return launched
  }

  const next = (): void => {
    if (current) return
    current = waiting.shift()
    if (!current) return
    cancelRest?.()
    try {
      thread ??= launch()
      cancelDeadline = parts.clock.after(limits.thumbnailWithinMs, () => abandon('thread_hung'))
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
      cancelRest?.()
      const old = thread
      thread = undefined
      if (current) finish(unknown, 'stopping')
      await old?.stop()
    },
  }
}
