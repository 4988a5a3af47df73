// Visitors who keep coming and the four colleagues who answer them, over the same sockets as everyone else.
import type { ClientEnvironment } from '#client/environment.ts'
import { createVisitorTokens } from '../app/accounts/visitor-tokens.ts'
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import type { Random } from '../ports/random.ts'
import type { Store } from '../ports/store.ts'
import { leaveSeats, takeSeats, type AgentSeat } from './bots/agent-seats.ts'
import { calmPace, type BotPace } from './bots/bot-pace.ts'
import { createBotWorld } from './bots/bot-world.ts'
import { seatColleagues } from './bots/colleagues-work.ts'
import { createVisitStream } from './bots/visit-stream.ts'
import { letVisitorsCome } from './bots/visitors-come.ts'
import { createNodeClientEnvironment } from './node-client-environment.ts'

export type DemoBots = {
  /** Resolves when no bot has a socket, a timer or a session any more. Before the server stops, or its clients come back. */
  stop(): Promise<void>
}

export type DemoBotsParts = {
  /** Where the running server answers, e.g. http://127.0.0.1:8000. */
  readonly deskUrl: string
  /** Who comes is made here, as a shop's back end would; what is said goes over the sockets. */
  readonly store: Pick<Store, 'accounts' | 'visitors' | 'secrets' | 'journal'>
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly pace?: BotPace
  /** For tests: a world without sockets. */
  readonly environment?: ClientEnvironment
}

const MS_PER_MINUTE = 60_000

/** Only on a folder of which seedDemo said `seeded` or `already`. Never throws and never rejects: bots' troubles are logged. */
export const startDemoBots = (parts: DemoBotsParts): DemoBots => {
  const { deskUrl, store, clock, random, logger, pace = calmPace } = parts
  const environment = parts.environment ?? createNodeClientEnvironment()
  const fraction = (): number => random.fraction()
  const world = createBotWorld({ deskUrl, environment, clock, fraction, logger, pace })
  const localNow = (): number => clock.now() - new Date(clock.now()).getTimezoneOffset() * MS_PER_MINUTE
  let seats: readonly AgentSeat[] = []

  const seating = takeSeats(store.accounts, clock, random).then(
    (taken) => {
      seats = taken
      world.run('seats', () => seatColleagues(world, taken))
    },
    (error: unknown) => logger.warn({ error }, 'the demo colleagues have no seats'),
  )
  world.run('visitors', async () => {
    const tokens = createVisitorTokens(await store.secrets.visitorTokenKey())
    const visits = createVisitStream({ store, dice: world.dice, localNow })
    await letVisitorsCome({ world, visits, tokenOf: (visitor) => tokens.sign(visitor) })
  })

  return {
    async stop() {
      world.end()
      await seating
      await leaveSeats(store.accounts, seats).catch((error: unknown) => {
        // The next start ends them.
        logger.warn({ error }, 'demo sessions were left open')
      })
    },
  }
}
