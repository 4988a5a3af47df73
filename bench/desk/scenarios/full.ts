// A house that is full: whoever comes is told so and when to come back, those who do not listen are refused with Retry-After, and
// those inside notice nothing.
import { setTimeout as pause } from 'node:timers/promises'
import { limits } from '#protocol'
import type { Crowd } from '../crowd.ts'
import { createTraffic } from '../traffic.ts'
import { atMost, exactly, none, seen } from './figure.ts'
import { openDesk } from './open-desk.ts'
import { readCounter } from './server-counters.ts'
import { deliveryOf } from './shared-figures.ts'
import { crowdTheDoor, knockPolitely, type Answer } from './strangers.ts'
import type { Scenario } from './scenario.ts'

const MOST_BY_DEFAULT = 1000
const DEFAULT_SECONDS = 10
const WARM_UP_MS = 3000
const KNOCKS_PER_SECOND = 100
const SERVER_FULL = 4003
const UNAVAILABLE = 503
const TIMES_NORMAL = 2
const MS_PER_SECOND = 1000

/** Nobody leaves: a seat given up would be a stranger's. */
const seated = (crowd: Crowd): Crowd => ({ ...crowd, breakOff: () => undefined })

export const full: Scenario = async ({ size, seconds = DEFAULT_SECONDS, ...options }) => {
  const rate = options.rate ?? Math.min(MOST_BY_DEFAULT, size.visitors)
  const desk = await openDesk(size, { maxConnections: size.visitors + size.agents })
  try {
    const { port } = desk.server
    const traffic = createTraffic(seated(desk.crowd), size, desk.dialect)
    await traffic.run(rate, WARM_UP_MS)
    const quiet = await traffic.run(rate, seconds * MS_PER_SECOND)
    const lossesBefore = desk.roster.losses
    const knocks: Promise<Answer>[] = []
    const knocking = setInterval(() => knocks.push(knockPolitely(port)), MS_PER_SECOND / KNOCKS_PER_SECOND)
    const besieged = await traffic.run(rate, seconds * MS_PER_SECOND)
    clearInterval(knocking)
    const told = await Promise.all(knocks)
    // More than are told at a time: they hold the door open and do not go.
    const leave = await crowdTheDoor(port, limits.maxRefusalsAtOnce)
    const refused = await Promise.all(Array.from({ length: KNOCKS_PER_SECOND }, () => knockPolitely(port)))
    leave()
    await pause(limits.closeWithinMs)
    const inside = await traffic.run(rate, WARM_UP_MS)
    const polite = told.filter(({ code }) => code === SERVER_FULL)
    const shortest = Math.min(...polite.map(({ retryAfterMs }) => retryAfterMs))
    const turnedAway = refused.filter(({ status, retryAfterMs }) => status === UNAVAILABLE && retryAfterMs > 0)
    const lost = [quiet, besieged, inside].reduce((sum, run) => sum + run.sent - run.delivered, 0)
    return [
      seen('connections inside, and let in at most', desk.roster.liveCount, ''),
      seen('messages a second among them', rate, ''),
      seen('strangers a second', KNOCKS_PER_SECOND, ''),
      exactly('closed with 4003 and told when to come back', polite.length, '', told.length),
      atMost('the shortest time they are told, missing', Math.max(0, limits.fullRetryAfterMs - shortest), 'ms', 0),
      exactly('refused with 503 and Retry-After behind a crowded door', turnedAway.length, '', refused.length),
      seen('counted by the server as refused', await readCounter(port, 'connections_refused_total'), ''),
      none('connections inside that broke', desk.roster.losses - lossesBefore),
      none('messages inside that were lost', lost),
      ...deliveryOf('without strangers', quiet),
      ...deliveryOf('with strangers', besieged),
      atMost(
        'delivery p99 with strangers, against without',
        besieged.delivery.p99Ms / quiet.delivery.p99Ms,
        'times',
        TIMES_NORMAL,
      ),
    ]
  } finally {
    await desk.end()
  }
}
