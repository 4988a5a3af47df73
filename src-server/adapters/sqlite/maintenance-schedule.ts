// When maintenance runs: on the gateway's clock, the work itself elsewhere. Its thread is started by the first need.
import { limits, type Offset } from '../../protocol/index.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { MaintenanceApi } from './maintenance-engine.ts'
import type { RemoteApi } from './remote-api.ts'
import type { StorageApi } from './storage-engine.ts'

/** Between two steps of an index that is behind: leaves most of the core and the disk to those who chat. */
const INDEX_PAUSE_MS = 40

export type MaintenanceSchedule = {
  /** Indexes everything committed so far without waiting for the schedule. */
  indexAll(): Promise<void>
  stop(): void
}

export const startMaintenance = (parts: {
  /** Starts the thread when it is not there yet. */
  readonly engine: () => Promise<RemoteApi<MaintenanceApi>>
  readonly storage: Pick<RemoteApi<StorageApi>, 'call'>
  readonly head: () => Offset
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
}): MaintenanceSchedule => {
  const { engine, storage, head, clock, logger, metrics } = parts
  let cancel: Cancel | undefined
  let isStopped = false
  let indexedHead: Offset | undefined
  let isBehind = true
  /** A start has better things to do than maintenance: the first turn waits its full time. */
  let hasStarted = false
  let hasFailed = false
  let isCheckpointDue = false
  let sinceCheckpointMs = 0

  const indexStep = async (): Promise<void> => {
    indexedHead = head()
    const lag = await (await engine()).call('indexSome')
    isBehind = lag > 0
    metrics.gauge('index_lag_entries', lag)
  }

  const keepLogShort = async (): Promise<void> => {
    const { logBytes, isOverdue } = await (await engine()).call('moveLog')
    if (isOverdue && !(await storage.call('restartLog')))
      logger.info({ logBytes }, 'somebody reads an older state: the log cannot start over yet')
  }

  const tick = async (): Promise<void> => {
    hasFailed = false
    try {
      if (isCheckpointDue) {
        isCheckpointDue = false
        await keepLogShort()
      }
      if (isBehind || head() !== indexedHead) await indexStep()
    } catch (error) {
      // The disk may be full or the thread just restarted: the next turn tries again, and nobody waits for it.
      hasFailed = true
      if (!isStopped) logger.warn({ error }, 'maintenance failed')
    }
    plan()
  }

  const plan = (): void => {
    if (isStopped) return
    const dueInMs = limits.checkpointEveryMs - sinceCheckpointMs
    const delayMs = isBehind && hasStarted && !hasFailed ? Math.min(INDEX_PAUSE_MS, dueInMs) : dueInMs
    cancel = clock.after(delayMs, () => {
      hasStarted = true
      sinceCheckpointMs += delayMs
      if (sinceCheckpointMs >= limits.checkpointEveryMs) {
        sinceCheckpointMs = 0
        isCheckpointDue = true
      }
      void tick()
    })
  }
  plan()

  return {
    async indexAll() {
      do await indexStep()
      while (isBehind)
    },
    stop() {
      isStopped = true
      cancel?.()
    },
  }
}
