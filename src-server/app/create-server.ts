// From a config to a running server: the storage thread opens the data while everything else is being loaded.
import { createSqliteStore } from '../adapters/sqlite/create-sqlite-store.ts'
import { createLateMetrics } from '../adapters/metrics/late-metrics.ts'
import { createSystemClock } from '../adapters/system/system-clock.ts'
import { createSystemRandom } from '../adapters/system/system-random.ts'
import type { Logger } from '../ports/logger.ts'
import { createRunningTimes } from './now/running-times.ts'
import type { ServerOverrides, Started } from './start/running-server.ts'
import type { ServerConfig } from './start/server-config.ts'
import { startFailure } from './start/start-failure.ts'

/** Resolves when the first WebSocket can be accepted, or with the one sentence that says why it cannot be. */
export const createServer = async (
  config: ServerConfig,
  logger: Logger,
  overrides: ServerOverrides = {},
): Promise<Started> => {
  const clock = overrides.clock ?? createSystemClock()
  const random = overrides.random ?? createSystemRandom()
  const times = createRunningTimes(clock)
  const metrics = createLateMetrics(times.observe)
  const { dataDir } = config
  const { nativeBinding } = overrides
  try {
    const opening = overrides.store ?? createSqliteStore({ dataDir, clock, random, logger, metrics, nativeBinding })
    const [store, { assembleServer }] = await Promise.all([opening, import('./assemble-server.ts')])
    return await assembleServer({ config, logger, overrides, clock, random, metrics, times, opened: store })
  } catch (error) {
    return { ok: false, failure: startFailure(error, dataDir) }
  }
}
