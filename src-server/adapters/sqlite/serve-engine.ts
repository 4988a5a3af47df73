// The worker's side: opens its engine, answers calls one after another, closes when told.
import type { MessagePort } from 'node:worker_threads'
import type { Engine } from './remote-api.ts'
import type { OnSlowQuery } from './slow-query-log.ts'
import { storageFaultOf } from './storage-fault.ts'
import { toStoreOpenError } from './store-open-error.ts'
import type { FromWorker, ToWorker, WorkerBirth } from './worker-messages.ts'

type Open = (birth: WorkerBirth, onSlow: OnSlowQuery) => Engine<object, unknown>

export const serveEngine = (port: MessagePort, birth: WorkerBirth, open: Open): void => {
  const send = (message: FromWorker): void => port.postMessage(message)
  const refuse = (error: unknown): void => {
    const { kind, path, detail } = toStoreOpenError(error, birth.dataDir)
    send({ type: 'refused', kind, path, detail })
    port.close()
  }

  const start = (engine: Engine<object, unknown>): void => {
    const api = engine.api as Readonly<Record<string, (...args: readonly unknown[]) => unknown>> // names come typed from RemoteApi
    const answer = (id: number, name: string, args: readonly unknown[]): FromWorker => {
      try {
        const run = api[name]
        if (!run) throw new Error(`the engine has no ${name}`)
        return { type: 'answer', id, value: run(...args) }
      } catch (error) {
        const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
        return { type: 'error', id, code: storageFaultOf(error), detail }
      }
    }
    port.on('message', (message: ToWorker) => {
      if (message.type === 'call') return send(answer(message.id, message.name, message.args))
      engine.close()
      port.close()
    })
    send({ type: 'ready', ready: engine.ready })
  }

  try {
    start(open(birth, (slow) => send({ type: 'slow', ...slow })))
  } catch (error) {
    refuse(error)
  }
}
