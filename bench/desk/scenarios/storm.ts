// The server is restarted, as an office does it, with everybody connected. They come back when it told them to, and by the client's
// own rules where they find it closed. All must be back soon, have missed nothing, and not spoil it for those already back.
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { LatencyRecorder } from '../../load/latency-figures.ts'
import { createTraffic } from '../traffic.ts'
import { closeTheBooks } from './account.ts'
import { atMost, seen } from './figure.ts'
import { createMessageLedger } from './message-ledger.ts'
import { openDesk } from './open-desk.ts'
import { byesOf, deliveryOf } from './shared-figures.ts'
import type { Scenario } from './scenario.ts'

const MOST_BY_DEFAULT = 1000
const DEFAULT_SECONDS = 10
const WARM_UP_MS = 3000
const BACK_WITHIN_MS = 15_000
/** Whoever is not back by then will not come. */
const GIVE_UP_AFTER_MS = 60_000
const SETTLE_WITHIN_MS = 30_000
const TIMES_NORMAL = 10
const MS_PER_SECOND = 1000
/** The traffic goes on while they come back and a while longer. */
const AFTER_SECONDS = 20

export const storm: Scenario = async ({ size, seconds = DEFAULT_SECONDS, ...options }) => {
  const rate = options.rate ?? Math.min(MOST_BY_DEFAULT, size.visitors)
  const desk = await openDesk(size)
  const { roster } = desk
  try {
    const lasts = seconds + AFTER_SECONDS
    const ledger = createMessageLedger(desk.crowd, size)
    const traffic = createTraffic(ledger.crowd, size, desk.dialect)
    await traffic.run(rate, WARM_UP_MS)
    ledger.begin({ ratePerSecond: rate, messages: rate * lasts })
    const normal = new LatencyRecorder()
    const returning = new LatencyRecorder()
    ledger.timeInto(() => normal)
    const running = traffic.run(rate, lasts * MS_PER_SECOND)
    await pause(seconds * MS_PER_SECOND)
    roster.startOver()
    ledger.timeInto(() => undefined)
    const stoppedMs = performance.now()
    await desk.server.stop()
    const endedMs = performance.now() - stoppedMs
    ledger.timeInto((author, partner) => (roster.isLive(author) && roster.isLive(partner) ? returning : undefined))
    await desk.startAgain()
    const readyMs = performance.now() - stoppedMs
    const backMs = (await roster.everybodyBack(GIVE_UP_AFTER_MS)) - stoppedMs
    ledger.timeInto(() => undefined)
    const result = await running
    await ledger.settled(SETTLE_WITHIN_MS)
    const before = normal.figures()
    const during = returning.figures()
    return [
      seen('messages a second', rate, ''),
      seen('the stop took', endedMs, 'ms'),
      seen('from the stop until it takes connections again', readyMs, 'ms'),
      atMost('from the stop until everybody is live again', backMs, 'ms', BACK_WITHIN_MS),
      ...byesOf(desk.byes),
      seen('delivery p99 before', before.p99Ms, 'ms'),
      seen('messages among those already back', during.count, ''),
      seen('their delivery p50', during.p50Ms, 'ms'),
      atMost('their delivery p99', during.p99Ms, 'ms', TIMES_NORMAL * before.p99Ms),
      ...deliveryOf('whole run, outage included', result),
      ...closeTheBooks(ledger, desk.dataDir),
    ]
  } finally {
    await desk.end()
  }
}
