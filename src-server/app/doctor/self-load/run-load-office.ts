// The self-load's server: in a folder of its own that goes with it, on a port of its own that only this machine reaches.
import { createPromMetrics } from '../../../adapters/metrics/prom-metrics.ts'
import { createSqliteStore } from '../../../adapters/sqlite/create-sqlite-store.ts'
import { removeScratchFolder } from '../../../adapters/system/scratch-folder.ts'
import { createSystemClock } from '../../../adapters/system/system-clock.ts'
import { createSystemRandom } from '../../../adapters/system/system-random.ts'
import { createServer } from '../../create-server.ts'
import { parseServerConfig } from '../../start/server-config.ts'
import { createServerLogger } from '../../start/server-logger.ts'
import type { RunningServer } from '../../start/running-server.ts'
import { unknownFailure } from '../../start/start-failure.ts'
import type { FromLoadOffice, OfficeWish } from './office-messages.ts'
import { prepareLoadOffice, type PreparedOffice } from './prepare-load-office.ts'

export type RunningLoadOffice = {
  /** Ends the server, or what leads to it, and removes the folder. */
  stop(): Promise<void>
}

/** Beyond visitors and agents: those who come back before their old connection is gone. */
const SPARE_CONNECTIONS = 500

export const runLoadOffice = (
  { folder, visitors, prepareMs }: OfficeWish,
  tell: (message: FromLoadOffice) => void,
): RunningLoadOffice => {
  const logger = createServerLogger('silent')
  const nativeBinding = process.env['FRONTDESK_SQLITE_BINDING']
  let isStopping = false

  const prepare = async (): Promise<PreparedOffice> => {
    const outside = { clock: createSystemClock(), random: createSystemRandom() }
    const metrics = createPromMetrics()
    const store = await createSqliteStore({
      ...outside,
      logger,
      metrics,
      dataDir: folder,
      nativeBinding,
      inThread: true,
    })
    const endAtMs = performance.now() + prepareMs
    const isOver = (): boolean => isStopping || performance.now() > endAtMs
    try {
      return await prepareLoadOffice({ ...outside, store, visitors, isOver })
    } finally {
      await store.journal.close()
    }
  }

  const begin = async (): Promise<RunningServer | undefined> => {
    const prepared = await prepare()
    if (isStopping) return undefined
    const connections = prepared.visitors.length + prepared.agents.length + SPARE_CONNECTIONS
    const args = ['--data', folder, '--host', '127.0.0.1', '--port', '0', '--max-conn', String(connections)]
    // Without the environment: what is set there is about the real desk.
    const config = parseServerConfig(args, {}, { defaultDataDir: () => folder })
    if (!config.ok) throw new Error(config.problem.en)
    const started = await createServer(config.value, logger, { nativeBinding })
    if (!started.ok) {
      tell({ type: 'failed', text: started.failure.text })
      return undefined
    }
    tell({ type: 'ready', office: { ...prepared, port: started.server.port } })
    return started.server
  }

  const begun = begin().catch((error: unknown): undefined => {
    tell({ type: 'failed', text: unknownFailure(error).text })
  })
  return {
    async stop() {
      isStopping = true
      const server = await begun
      await server?.stop()
      removeScratchFolder(folder)
    },
  }
}
