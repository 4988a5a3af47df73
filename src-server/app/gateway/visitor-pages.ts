// Where visitors are on the shop's site: the newest page at once, then at most one a second, the last one always.
import { isWellFormedText, limits, type VisitorId, type VisitorPage } from '../../protocol/index.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { VisitorStore } from '../../ports/visitor-store.ts'
import { tidyPage } from '../http/tidy-page.ts'

export type VisitorPages = {
  moved(visitor: VisitorId, page: VisitorPage): void
  /** Known only while the visitor is there. */
  pageOf(visitor: VisitorId): VisitorPage | undefined
  forget(visitor: VisitorId): void
  /** What waits to be shown is not shown any more. */
  stop(): void
}

export const createVisitorPages = (parts: {
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly visitors: Pick<VisitorStore, 'moveTo'>
  readonly shown: (visitor: VisitorId, page: VisitorPage) => void
}): VisitorPages => {
  const { clock, logger, metrics, visitors, shown } = parts
  const pages = new Map<VisitorId, VisitorPage>()
  /** Visitors shown less than a second ago; whether a newer page waits. */
  const resting = new Map<VisitorId, boolean>()

  const show = (visitor: VisitorId, page: VisitorPage): void => {
    shown(visitor, page)
    // Kept for the profile only: losing one of them loses nothing that the next page does not bring.
    visitors.moveTo(visitor, page, clock.now()).catch((error: unknown) => {
      metrics.count('dropped_total', { reason: 'page_not_stored' })
      logger.warn({ visitor, error }, 'a visitor’s page was not stored')
    })
    resting.set(visitor, false)
    clock.after(limits.pageEveryMs, () => {
      const isNewer = resting.get(visitor)
      const newest = pages.get(visitor)
      resting.delete(visitor)
      if (isNewer && newest) show(visitor, newest)
    })
  }

  return {
    moved(visitor, page) {
      const { url, title, referrer } = page
      if (![url, title, referrer].every(isWellFormedText))
        return metrics.count('dropped_total', { reason: 'page_malformed' })
      const tidy = tidyPage(page)
      pages.set(visitor, tidy)
      if (resting.has(visitor)) resting.set(visitor, true)
      else show(visitor, tidy)
    },
    pageOf: (visitor) => pages.get(visitor),
    forget: (visitor) => void pages.delete(visitor),
    stop: () => pages.clear(),
  }
}
