// After a start, how fast everybody replies is counted again from the journal: a little at a time, once the rush of those who come back
// is over. Until then, and where the journal cannot be read, everybody is taken for as fast as the next.
import type { LayeredRouter } from '../../core/routing/layered-router.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import { limits, type Offset } from '../../protocol/index.ts'

/** Returns what stops it. SPEC D7.14. */
export const recallReplies = (parts: {
  readonly journal: Pick<Journal, 'head' | 'tracesAfter'>
  readonly router: Pick<LayeredRouter, 'recall'>
  readonly clock: Clock
  readonly logger: Logger
}): Cancel => {
  const { journal, router, clock, logger } = parts
  let isStopped = false

  const recall = async (): Promise<void> => {
    const recalled = router.recall()
    let after = Math.max(0, journal.head() - limits.maxRecalledEntries) as Offset
    let entries = 0
    for (;;) {
      const traces = await journal.tracesAfter(after, limits.recallChunk)
      if (isStopped) return
      for (const trace of traces) recalled.take(trace)
      entries += traces.length
      after = traces.at(-1)?.offset ?? after
      if (traces.length < limits.recallChunk) break
    }
    recalled.done()
    logger.debug({ entries }, 'reply times recalled')
  }

  const cancel = clock.after(limits.recallAfterMs, () => {
    recall().catch((error: unknown) => {
      if (!isStopped) logger.warn({ error }, 'reply times could not be recalled')
    })
  })
  return () => {
    isStopped = true
    cancel()
  }
}
