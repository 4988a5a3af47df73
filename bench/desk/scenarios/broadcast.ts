// Something is announced to everybody while they chat: when the last one is told, and what their messages notice of it.
import { setTimeout as pause } from 'node:timers/promises'
import { LatencyRecorder } from '../../load/latency-figures.ts'
import type { Crowd } from '../crowd.ts'
import { createTraffic } from '../traffic.ts'
import { atMost, none, seen, type Figure } from './figure.ts'
import { createHearing } from './hear-announcements.ts'
import { createMessageLedger } from './message-ledger.ts'
import { openDesk, type OpenDesk } from './open-desk.ts'
import { deliveryOf } from './shared-figures.ts'
import type { Scenario } from './scenario.ts'

const MOST_BY_DEFAULT = 1000
const DEFAULT_SECONDS = 20
const WARM_UP_MS = 3000
/** As many as an office may make in a minute. */
const ROUNDS = 5
const TOLD_WITHIN_MS = 250
const GIVE_UP_AFTER_MS = 10_000
const LOOK_EVERY_MS = 2
const TIMES_NORMAL = 2
/** Among few messages one late one is the tail. */
const SMALLEST_TAIL_MS = 20
const HOUR_MS = 3_600_000
const MS_PER_SECOND = 1000

/** Who reconnects is told by `live` instead: here every one of them has to be told by the frame. */
const seated = (crowd: Crowd): Crowd => ({ ...crowd, breakOff: () => undefined })

/** @returns how to announce something new, over HTTP as a leader's desk does it. */
const announcing = (desk: OpenDesk): (() => Promise<void>) => {
  const url = `http://127.0.0.1:${desk.server.port}/api/v1/announcement`
  const authorization = `Bearer ${desk.office.agents[0]?.token ?? ''}`
  let version = '0'
  let round = 0
  return async () => {
    round += 1
    const wish = {
      zh: `今天 ${round + 11}:00 下班`,
      en: `We close at ${round + 11}:00 today`,
      until: Date.now() + HOUR_MS,
    }
    const headers = { authorization, 'content-type': 'application/json', 'if-match': `"${version}"` }
    const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(wish) })
    const said = (await answer.json()) as { readonly version: string }
    if (!answer.ok) throw new Error(`the announcement was refused: ${JSON.stringify(said)}`)
    version = said.version
  }
}

export const broadcast: Scenario = async ({ size, seconds = DEFAULT_SECONDS, ...options }) => {
  const rate = options.rate ?? Math.min(MOST_BY_DEFAULT, size.visitors)
  const members = size.visitors + size.agents
  const { telling, hears } = createHearing(members)
  const desk = await openDesk(size, { hears })
  try {
    const ledger = createMessageLedger(seated(desk.crowd), size)
    const traffic = createTraffic(ledger.crowd, size, desk.dialect)
    await traffic.run(rate, WARM_UP_MS)
    const quiet = await traffic.run(rate, seconds * MS_PER_SECOND)
    ledger.begin({ ratePerSecond: rate, messages: rate * seconds })
    const during = new LatencyRecorder()
    const announce = announcing(desk)
    const running = traffic.run(rate, seconds * MS_PER_SECOND)
    const tookMs: number[] = []
    let untold = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      await pause((seconds * MS_PER_SECOND) / (ROUNDS + 1))
      telling.begin()
      ledger.timeInto(() => during)
      const startedMs = performance.now()
      const made = announce()
      while (telling.told < members && performance.now() - startedMs < GIVE_UP_AFTER_MS) await pause(LOOK_EVERY_MS)
      ledger.timeInto(() => undefined)
      await made
      tookMs.push(telling.lastAtMs - startedMs)
      untold += members - telling.told
    }
    const loud = await running
    const affected = during.figures()
    const rounds = tookMs.map((took, index): Figure => seen(`the last one is told, round ${index + 1}`, took, 'ms'))
    return [
      seen('connections', members, ''),
      seen('messages a second', rate, ''),
      ...rounds,
      atMost('from the request to the last one told, the slowest round', Math.max(...tookMs), 'ms', TOLD_WITHIN_MS),
      none('connections that were not told', untold),
      ...deliveryOf('without announcements', quiet),
      ...deliveryOf('in the whole run with them', loud),
      seen('messages said while somebody was being told', affected.count, ''),
      seen('their delivery p50', affected.p50Ms, 'ms'),
      atMost(
        'their delivery p99',
        affected.p99Ms,
        'ms',
        Math.max(SMALLEST_TAIL_MS, TIMES_NORMAL * quiet.delivery.p99Ms),
      ),
      seen('their slowest delivery', affected.maxMs, 'ms'),
      none('messages that were lost', quiet.sent - quiet.delivered + loud.sent - loud.delivered),
    ]
  } finally {
    await desk.end()
  }
}
