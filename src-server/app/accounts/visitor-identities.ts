// New visitors: a bounded number a minute from one address, each with a token of their own.
import { fail, limits, ok } from '../../protocol/index.ts'
import type { NewVisitor } from '../../protocol/http-schemas.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { VisitorStore } from '../../ports/visitor-store.ts'
import type { Doorkeeper, Visitors } from '../../adapters/http/http-services.ts'
import { parseAgentName } from '../../core/conversation/agent-names.ts'
import { tidyPage, tidyText } from '../http/tidy-page.ts'
import { RateWindow } from './rate-window.ts'
import type { VisitorTokens } from './visitor-tokens.ts'

type VisitorNeeds = {
  readonly visitors: VisitorStore
  readonly tokens: VisitorTokens
  readonly clock: Clock
  readonly metrics: Metrics
  readonly door: Pick<Doorkeeper, 'refusesAddress'>
}

const MINUTE_MS = 60_000

export const createVisitors = ({ visitors, tokens, clock, metrics, door }: VisitorNeeds): Visitors => {
  const rate = new RateWindow(
    { limit: limits.visitorsPerAddressPerMinute, windowMs: MINUTE_MS, maxKeys: limits.maxThrottleKeys },
    () => clock.now(),
  )
  return {
    trail: async (id, now) => ((await visitors.profile(id)) ? visitors.trail(id, now) : undefined),
    create: async (input: NewVisitor, caller) => {
      if (door.refusesAddress(caller.address)) {
        metrics.count('dropped_total', { reason: 'blocked' })
        return fail('blocked')
      }
      const retryAfterMs = rate.waitMs(caller.rateKey)
      if (retryAfterMs > 0) {
        metrics.count('dropped_total', { reason: 'visitor_rate' })
        return { ...fail('too_many_requests'), retryAfterMs }
      }
      const name = input.name === undefined || input.name.trim() === '' ? ok('') : parseAgentName(input.name)
      if (!name.ok) return name
      rate.add(caller.rateKey)
      const id = await visitors.create({
        name: name.value,
        locale: tidyText(input.locale) || caller.locale,
        userAgent: caller.userAgent.slice(0, limits.maxUserAgentLength),
        tags: [...new Set((input.tags ?? []).map(tidyText))].filter((tag) => tag !== ''),
        page: tidyPage(input.page),
      })
      return ok({ visitor: id, token: tokens.sign(id) })
    },
  }
}
