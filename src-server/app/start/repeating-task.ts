// Something that is done every so often, one run at a time. A run that fails is logged; the next one comes all the same.
import type { Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'

type Parts = {
  readonly clock: Clock
  readonly logger: Logger
  readonly name: string
  readonly firstMs: number
  readonly everyMs: number
}

/** @returns what stops it; a run under way goes on to its end. */
export const repeat = ({ clock, logger, name, firstMs, everyMs }: Parts, task: () => Promise<void>): (() => void) => {
  let isStopped = false
  const run = async (): Promise<void> => {
    try {
      await task()
    } catch (error) {
      logger.warn({ error, task: name }, 'a regular task failed')
    }
    if (!isStopped) cancel = clock.after(everyMs, start)
  }
  const start = (): void => void run()
  let cancel = clock.after(firstMs, start)
  return () => {
    isStopped = true
    cancel()
  }
}
