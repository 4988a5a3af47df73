// What all bots of one desk share: their time, their chances, their connections, and the talks between them.
import type { VisitorId } from '../../protocol/index.ts'
import { createClient, type Client } from '#client/client.ts'
import type { ClientEnvironment } from '#client/environment.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import { createDice, type Dice } from '../talk/dice.ts'
import { botClientName } from './agent-seats.ts'
import { createBotLife, type BotLife } from './bot-life.ts'
import type { BotPace } from './bot-pace.ts'
import type { RunningTalk } from './running-talk.ts'

export type BotWorld = {
  readonly life: BotLife
  readonly dice: Dice
  readonly pace: BotPace
  readonly logger: Logger
  /** By whose visit it is. */
  readonly talks: Map<VisitorId, RunningTalk>
  connect(token: string, locale: string, storageKey: string): Client
  disconnect(client: Client): void
  /** Runs beside everything else; a failure is logged and concerns nobody but this bot. */
  run(what: string, task: () => Promise<void>): void
  end(): void
}

export const createBotWorld = (parts: {
  readonly deskUrl: string
  readonly environment: ClientEnvironment
  readonly clock: Clock
  readonly fraction: () => number
  readonly logger: Logger
  readonly pace: BotPace
}): BotWorld => {
  const { deskUrl, environment, clock, fraction, logger, pace } = parts
  const life = createBotLife(clock)
  const clients = new Set<Client>()
  return {
    life,
    dice: createDice(fraction),
    pace,
    logger,
    talks: new Map(),
    connect(token, locale, storageKey) {
      const client = createClient({ environment, deskUrl, token, locale, storageKey, scope: 'own', app: botClientName })
      clients.add(client)
      client.start()
      return client
    },
    disconnect(client) {
      clients.delete(client)
      client.stop()
    },
    run(what, task) {
      task().catch((error: unknown) => {
        if (!life.isOver) logger.warn({ error, what }, 'a demo bot stumbled')
      })
    },
    end() {
      life.end()
      for (const client of clients) client.stop()
      clients.clear()
    },
  }
}
