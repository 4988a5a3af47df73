// Visitors who keep coming and the four colleagues who answer them, over the same sockets as everyone else.
import type { Clock } from '../ports/clock.ts'
import type { Logger } from '../ports/logger.ts'
import type { Random } from '../ports/random.ts'
import type { Store } from '../ports/store.ts'

export type DemoBots = {
  /** Resolves when no bot has a socket, a timer or a session any more. Before the server stops, or its clients come back. */
  stop(): Promise<void>
}

export type DemoBotsParts = {
  /** Where the running server answers, e.g. http://127.0.0.1:8000. */
  readonly deskUrl: string
  /** Only for the colleagues' sessions: their passwords are known to nobody. */
  readonly store: Pick<Store, 'accounts'>
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
}

/** Only on a folder of which seedDemo said `seeded` or `already`. Never throws and never rejects: bots' troubles are logged. */
export const startDemoBots = (_parts: DemoBotsParts): DemoBots => ({ stop: async () => undefined })
