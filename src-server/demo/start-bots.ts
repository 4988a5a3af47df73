// The demo's life: two colleagues at their desks and a calm stream of visitors, all through the same doors as people.
import type { VisitorId } from '#protocol'
import { createClient, type Client } from '#client/client.ts'
import { createSystemClock } from '../adapters/system/system-clock.ts'
import { createSystemRandom } from '../adapters/system/system-random.ts'
import { hashSessionToken, newSessionToken } from '../app/accounts/session-tokens.ts'
import type { RunningServer } from '../app/running-server.ts'
import type { Logger } from '../ports/logger.ts'
import { createBotAgent, type BotAgent } from './bots/bot-agent.ts'
import { createNodeEnvironment } from './bots/node-environment.ts'
import { createPacing, type Pacing } from './bots/pacing.ts'
import { playVisit } from './bots/play-visit.ts'
import { createDice, type Dice } from './dice.ts'
import { referrers, userAgents, visitorNames } from './shop/goods.ts'
import { staff } from './shop/staff.ts'
import { makeTalk, type Talk } from './shop/talk.ts'

export type Bots = { stop(): Promise<void> }

export type BotPace = {
  readonly firstVisitMs: number
  readonly minPauseMs: number
  readonly maxPauseMs: number
  readonly atOnce: number
}
/** Enough to see something happen every half minute, little enough to read along. */
const calm: BotPace = { firstVisitMs: 3_000, minPauseMs: 15_000, maxPauseMs: 45_000, atOnce: 4 }

const APP = 'demo bot'
const CHINESE_SHARE = 0.6
const SHOP_ORIGIN = 'https://tea.example'

type Parts = {
  readonly server: RunningServer
  readonly pacing: Pacing
  readonly dice: Dice
  readonly clock: ReturnType<typeof createSystemClock>
}

const connect = ({ server, clock }: Parts, token: string, locale: string, storageKey: string): Client => {
  const client = createClient({
    environment: createNodeEnvironment(clock),
    deskUrl: server.localUrl,
    token,
    scope: 'own',
    locale,
    app: APP,
    storageKey,
  })
  client.start()
  return client
}

const seatAgents = async (parts: Parts): Promise<readonly BotAgent[]> => {
  const { store } = parts.server
  const bots = staff.filter(({ isBot }) => isBot)
  const accounts = (await store.accounts.accounts()).filter((account) =>
    bots.some(({ login }) => login === account.login),
  )
  const ids = new Set(accounts.map(({ id }) => id))
  return Promise.all(
    accounts.map(async ({ id }) => {
      const token = newSessionToken(createSystemRandom())
      await store.accounts.openSession({
        agent: id,
        tokenHash: hashSessionToken(token),
        address: '127.0.0.1',
        client: APP,
        at: parts.clock.now(),
      })
      return createBotAgent(id, connect(parts, token, 'zh-CN', `agent-${id}`), parts.pacing, ids)
    }),
  )
}

const arrive = async (parts: Parts, talk: Talk): Promise<Client | undefined> => {
  const { dice, server, clock } = parts
  const page = {
    url: SHOP_ORIGIN + talk.product.path,
    title: talk.product[talk.language],
    referrer: dice.pick<string>(referrers),
  }
  const name = dice.chance(0.5) ? dice.pick<string>(visitorNames[talk.language]) : ''
  const locale = talk.language === 'zh' ? 'zh-CN' : 'en-GB'
  const { postJson } = createNodeEnvironment(clock, dice.pick<string>(userAgents))
  const reply = await postJson(`${server.localUrl}/api/v1/visitors`, '', { name, locale, page })
  if (reply.status !== 201) return undefined
  const { visitor, token } = reply.body as { visitor: VisitorId; token: string }
  const client = connect(parts, token, locale, `visitor-${visitor}`)
  client.setPage(page)
  return client
}

const visit = async (parts: Parts, agents: readonly BotAgent[]): Promise<void> => {
  const { dice, pacing } = parts
  const language = dice.chance(CHINESE_SHARE) ? 'zh' : 'en'
  const talk = makeTalk(dice, language, dice.pick(staff).name)
  const client = await arrive(parts, talk)
  if (!client) return
  try {
    await playVisit({ talk, client, agents, pacing })
  } finally {
    client.stop()
  }
}

export const startBots = async (server: RunningServer, logger: Logger, pace: BotPace = calm): Promise<Bots> => {
  const clock = createSystemClock()
  const stopping = new AbortController()
  const pacing = createPacing(clock, stopping.signal)
  const parts: Parts = { server, pacing, clock, dice: createDice(clock.now()) }
  const agents = await seatAgents(parts)
  const visits = new Set<Promise<void>>()

  const receive = async (): Promise<void> => {
    let pauseMs = pace.firstVisitMs
    while (await pacing.rest(pauseMs)) {
      pauseMs = parts.dice.between(pace.minPauseMs, pace.maxPauseMs)
      if (visits.size >= pace.atOnce) continue
      const one = visit(parts, agents)
        .catch((error: unknown) => logger.warn({ err: error }, 'a demo visit broke off'))
        .finally(() => void visits.delete(one))
      visits.add(one)
    }
  }
  const receiving = receive()
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all([receiving, ...visits])
      for (const { client } of agents) client.stop()
    },
  }
}
