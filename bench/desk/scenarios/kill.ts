// Sustained load, then `kill -9` in the middle of it; the server starts again on the same folder, everybody comes back by the
// client's own rules and goes on. What was acknowledged must be there, once, and have reached the other side (D1, D2, D3, D4).
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { createTraffic } from '../traffic.ts'
import { closeTheBooks } from './account.ts'
import { seen, type Figure } from './figure.ts'
import { createMessageLedger } from './message-ledger.ts'
import { openDesk } from './open-desk.ts'
import { byesOf, deliveryOf } from './shared-figures.ts'
import type { Scenario } from './scenario.ts'

/** A message a second of each, at most. */
const MOST_BY_DEFAULT = 10_000
const DEFAULT_SECONDS = 20
const WARM_UP_RATE = 1000
const WARM_UP_MS = 5000
/** The traffic goes on while they come back and a while longer. */
const AFTER_SECONDS = 15
const BACK_WITHIN_MS = 60_000
const SETTLE_WITHIN_MS = 60_000
const MS_PER_SECOND = 1000

export const kill: Scenario = async ({
  size,
  rate = Math.min(MOST_BY_DEFAULT, size.visitors),
  seconds = DEFAULT_SECONDS,
}) => {
  const desk = await openDesk(size)
  try {
    const lasts = seconds + AFTER_SECONDS
    const ledger = createMessageLedger(desk.crowd, size)
    const traffic = createTraffic(ledger.crowd, size, desk.dialect)
    await traffic.run(Math.min(rate, WARM_UP_RATE), WARM_UP_MS)
    ledger.begin({ ratePerSecond: rate, messages: rate * lasts })
    const running = traffic.run(rate, lasts * MS_PER_SECOND)
    await pause(seconds * MS_PER_SECOND)
    desk.roster.startOver()
    const beforeKill = ledger.acknowledged
    const underWay = ledger.said - ledger.acknowledged
    const killedMs = performance.now()
    await desk.server.kill()
    await desk.startAgain()
    const readyMs = performance.now() - killedMs
    const backMs = (await desk.roster.everybodyBack(BACK_WITHIN_MS)) - killedMs
    const result = await running
    await ledger.settled(SETTLE_WITHIN_MS)
    const figures: Figure[] = [
      seen('messages a second', rate, ''),
      seen('load before the kill', seconds, 's'),
      seen('acknowledged before the kill', beforeKill, ''),
      seen('under way when it was killed', underWay, ''),
      seen('from the kill until it takes connections again', readyMs, 'ms'),
      seen('from the kill until everybody is live again', backMs, 'ms'),
      ...byesOf(desk.byes),
      ...deliveryOf('whole run, outage included', result),
      ...closeTheBooks(ledger, desk.dataDir),
    ]
    return figures
  } finally {
    await desk.end()
  }
}
