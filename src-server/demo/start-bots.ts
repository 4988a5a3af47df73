// The demo's bots as `frontdesk serve --demo` starts them: on the running server's own address and store.
import { createSystemClock } from '../adapters/system/system-clock.ts'
import { createSystemRandom } from '../adapters/system/system-random.ts'
import type { RunningServer } from '../app/start/running-server.ts'
import type { Logger } from '../ports/logger.ts'
import { startDemoBots, type DemoBots } from './start-demo-bots.ts'

/** Stopped before the server, or its clients would wait for it to come back. */
export const startBots = async (server: RunningServer, logger: Logger): Promise<DemoBots> =>
  startDemoBots({
    deskUrl: server.localUrl,
    store: server.store,
    clock: createSystemClock(),
    random: createSystemRandom(),
    logger,
  })
