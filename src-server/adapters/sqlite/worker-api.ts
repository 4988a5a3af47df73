// The gateway's side of one storage thread: calls paired with answers, and the thread brought back when it dies.
import { Worker, type WorkerOptions } from 'node:worker_threads'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import { StorageError } from '../../ports/storage-error.ts'
import { workerEntry, workerEnvironment } from '../system/worker-entry.ts'
import type { RemoteApi } from './remote-api.ts'
import type { OnSlowQuery } from './slow-query-log.ts'
import { StoreOpenError } from './store-open-error.ts'
import type { FromWorker, ToWorker, WorkerBirth } from './worker-messages.ts'

/** A thread that dies at once on every start must not keep a core busy. */
const RESTART_FIRST_MS = 100
const RESTART_MAX_MS = 5_000

/**
 * What a thread may keep of objects just made. Left alone, an engine takes 96 MB for them sooner or later, though what a group of
 * writes or a page of history leaves behind fits into this many times over.
 */
const YOUNG_GENERATION_MB = 24

export type WorkerApiParts = {
  readonly name: 'storage-worker' | 'reader-worker' | 'maintenance-worker'
  readonly birth: WorkerBirth
  readonly clock: Clock
  readonly logger: Logger
  readonly onSlow: OnSlowQuery
  /** A thread that never came up is not tried again: whoever starts the store is told why instead. */
  readonly mayGiveUp: boolean
  /** A test's way to get hold of the threads; by default they are simply started. */
  readonly startWorker?: StartWorker | undefined
}

export type StartWorker = (code: URL, options: WorkerOptions) => Worker

export type WorkerApi<Api, Ready> = RemoteApi<Api> & {
  /** Of the first start. Rejects with a StoreOpenError when it may give up. */
  readonly ready: Promise<Ready>
  /** Called each time a new thread has taken over from one that died. */
  onRestarted(listener: () => void): void
  isUp(): boolean
}

type Pending = { readonly resolve: (value: never) => void; readonly reject: (error: Error) => void }

export const startWorkerApi = <Api, Ready>(parts: WorkerApiParts): WorkerApi<Api, Ready> => {
  const { name, logger, clock, startWorker = (code, options) => new Worker(code, options) } = parts
  const pending = new Map<number, Pending>()
  const restartListeners: (() => void)[] = []
  let worker: Worker | undefined
  let isUp = false
  let hasBeenUp = false
  let isClosing = false
  let restartMs = RESTART_FIRST_MS
  let cancelRestart: Cancel | undefined
  let lastId = 0
  let first: { readonly resolve: (ready: Ready) => void; readonly reject: (error: Error) => void } | undefined
  const ready = new Promise<Ready>((resolve, reject) => {
    first = { resolve, reject }
  })
  // Whoever awaits it hears of the failure; nobody awaiting is no reason to end the process.
  ready.catch(() => undefined)

  const settle = (id: number): Pending | undefined => {
    const found = pending.get(id)
    pending.delete(id)
    return found
  }

  const becameUp = (value: Ready): void => {
    isUp = true
    restartMs = RESTART_FIRST_MS
    if (hasBeenUp) for (const listener of restartListeners) listener()
    hasBeenUp = true
    first?.resolve(value)
  }

  const receive = (message: FromWorker): void => {
    switch (message.type) {
      case 'ready':
        return becameUp(message.ready as Ready) // the engine behind this name gives it
      case 'refused': {
        const error = new StoreOpenError(message.kind, message.path, message.detail)
        logger.error(
          { worker: name, kind: error.kind, detail: error.detail },
          'a storage thread could not open the data',
        )
        return parts.mayGiveUp ? first?.reject(error) : undefined
      }
      case 'answer':
        return settle(message.id)?.resolve(message.value as never) // paired with the call's type by its id
      case 'error': {
        if (!message.code) logger.error({ worker: name, detail: message.detail }, 'a storage thread hit a bug')
        const error = message.code ? new StorageError(message.code) : new Error(message.detail)
        return settle(message.id)?.reject(error)
      }
      case 'slow':
        return parts.onSlow(message)
      default:
        return message satisfies never
    }
  }

  const died = (code: number): void => {
    isUp = false
    worker = undefined
    for (const call of pending.values()) call.reject(new StorageError('storage_failed'))
    pending.clear()
    if (isClosing || (parts.mayGiveUp && !hasBeenUp)) {
      first?.reject(new StoreOpenError('cannot_open', parts.birth.dataDir, `${name} ended with code ${code}`))
      return
    }
    logger.error({ worker: name, code, restartMs }, 'a storage thread died and is started again')
    cancelRestart = clock.after(restartMs, start)
    restartMs = Math.min(RESTART_MAX_MS, restartMs * 2)
  }

  const start = (): void => {
    const started = startWorker(workerEntry(name), {
      workerData: parts.birth,
      name,
      env: workerEnvironment(),
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    })
    worker = started
    started.on('message', receive)
    started.on('error', (error: unknown) => logger.error({ worker: name, error }, 'a storage thread failed'))
    started.on('exit', died)
  }
  start()

  return {
    ready,
    isUp: () => isUp,
    onRestarted: (listener) => void restartListeners.push(listener),
    call: (method, ...args) =>
      new Promise((resolve, reject) => {
        if (!worker || !isUp) return reject(new StorageError('storage_failed'))
        lastId += 1
        // Throws for what cannot travel: then there is nothing to wait for.
        worker.postMessage({ type: 'call', id: lastId, name: method, args } satisfies ToWorker)
        pending.set(lastId, { resolve, reject })
      }),
    async close() {
      isClosing = true
      cancelRestart?.()
      const closing = worker
      if (!closing) return
      await new Promise<void>((resolve) => {
        closing.once('exit', () => resolve())
        closing.postMessage({ type: 'close' } satisfies ToWorker)
      })
    },
  }
}
