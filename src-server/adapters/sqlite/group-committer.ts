// The gateway's side of writing: gathers what arrives within a moment into one group, so that one fsync serves all of it,
// and publishes each group once it is on disk (D1). Bounded (D9).
import { fail, limits, type ErrorCode, type Offset } from '../../protocol/index.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { CommittedGroup } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { StorageError } from '../../ports/storage-error.ts'
import type { RemoteApi } from './remote-api.ts'
import type { BatchAnswer, Write, WriteAnswer } from './run-batch.ts'
import type { StorageApi } from './storage-engine.ts'

/** A second group is on its way while the first is on the disk, so that the storage thread never waits for the gateway. */
const MAX_GROUPS_IN_FLIGHT = 2
/** Entries read at a time when a new storage thread tells what the old one committed and could not say any more. */
const CATCH_UP_ENTRIES = 500

type Waiting = { readonly write: Write; readonly resolve: (answer: WriteAnswer) => void }

export type GroupCommitter = {
  head(): Offset
  write(write: Write): Promise<WriteAnswer>
  onCommitted(listener: (group: CommittedGroup) => void): () => void
  /** A new storage thread took over: publishes what the old one committed unheard, then goes on. */
  recover(): Promise<void>
  /** Resolves when everything asked for so far has its answer. */
  drained(): Promise<void>
}

export type GroupCommitterParts = {
  readonly storage: Pick<RemoteApi<StorageApi>, 'call'>
  readonly head: Offset
  /** Runs the task when the moment to gather a group is over. */
  readonly gather: (task: () => void) => Cancel
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
}

export const createGroupCommitter = (parts: GroupCommitterParts): GroupCommitter => {
  const { storage, gather, clock, logger, metrics } = parts
  const listeners = new Set<(group: CommittedGroup) => void>()
  const drainers: (() => void)[] = []
  let waiting: Waiting[] = []
  let head = parts.head
  let groupsInFlight = 0
  let cancelGathering: Cancel | undefined
  /** The moment to gather is over: what waits goes as soon as there is room. */
  let isDue = false
  let isRecovering = false

  const publish = (group: CommittedGroup): void => {
    head = group.entries.at(-1)?.entry.offset ?? head
    if (group.entries.length === 0 && group.receipts.length === 0) return
    for (const listener of listeners) {
      try {
        listener(group)
      } catch (error) {
        // What is on disk is acknowledged whatever a listener makes of it.
        logger.error(
          { error: error instanceof Error ? error.stack : String(error) },
          'a listener of committed groups threw',
        )
      }
    }
  }

  const settle = (group: readonly Waiting[], answer: BatchAnswer): void => {
    for (const fault of answer.faults) logger.error({ fault }, 'a write failed')
    publish(answer)
    group.forEach((item, index) => item.resolve(answer.answers[index] ?? fail('internal')))
  }

  const refuse = (group: readonly Waiting[], code: ErrorCode): void => {
    for (const item of group) item.resolve(fail(code))
    metrics.count('dropped_total', { what: 'write', reason: code }, group.length)
  }

  const post = async (group: readonly Waiting[]): Promise<void> => {
    const started = performance.now()
    groupsInFlight += 1
    try {
      settle(
        group,
        await storage.call(
          'runBatch',
          group.map((item) => item.write),
          clock.now(),
        ),
      )
      metrics.observe('commit_seconds', (performance.now() - started) / 1000)
      metrics.observe('commit_batch_size', group.length)
    } catch (error) {
      // The thread died with it: whether it was stored is learned when the next one is up. A retry is safe either way (D2).
      if (error instanceof StorageError) isRecovering = true
      else
        logger.error(
          { error: error instanceof Error ? error.stack : String(error) },
          'a group could not be handed over',
        )
      refuse(group, error instanceof StorageError ? error.code : 'internal')
    }
    groupsInFlight -= 1
    flush()
  }

  const flush = (): void => {
    while (isDue && !isRecovering && groupsInFlight < MAX_GROUPS_IN_FLIGHT && waiting.length > 0) {
      const group = waiting.slice(0, limits.maxBatchCommands)
      waiting = waiting.slice(limits.maxBatchCommands)
      void post(group)
    }
    metrics.gauge('commands_waiting', waiting.length)
    if (waiting.length > 0) return
    isDue = false
    if (groupsInFlight === 0) for (const drained of drainers.splice(0)) drained()
  }

  const nowDue = (): void => {
    cancelGathering?.()
    cancelGathering = undefined
    isDue = true
    flush()
  }

  return {
    head: () => head,
    write: (write) =>
      new Promise((resolve) => {
        if (waiting.length >= limits.maxCommandsWaiting) return refuse([{ write, resolve }], 'storage_busy')
        waiting.push({ write, resolve })
        if (waiting.length >= limits.maxBatchCommands) nowDue()
        else if (!isDue) cancelGathering ??= gather(nowDue)
      }),
    onCommitted(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    async recover() {
      // Some of them were told before: a mark that does not move tells nothing new. SPEC D6.5: marks come first.
      publish({ entries: [], receipts: await storage.call('committedReceiptsSince', head) })
      for (let more = true; more;) {
        const entries = await storage.call('committedAfter', head, CATCH_UP_ENTRIES)
        publish({ entries, receipts: [] })
        more = entries.length === CATCH_UP_ENTRIES
      }
      isRecovering = false
      flush()
    },
    drained: () =>
      new Promise((resolve) => {
        // Without a storage thread nobody will ever take them.
        if (isRecovering) refuse(waiting.splice(0), 'storage_failed')
        drainers.push(resolve)
        nowDue()
      }),
  }
}
