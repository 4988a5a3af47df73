// Speaking with whoever started this process, over Electron's parentPort or Node's IPC channel alike.
import type { FromServer, ToServer } from '../../app/start/host-messages.ts'

export type ParentChannel = {
  post(message: FromServer): void
  /** `gone` when nobody is there any more. */
  listen(hear: (message: ToServer | { readonly type: 'gone' }) => void): void
}

/** What Electron puts on `process` in a utility process; described here, because the server knows no Electron. */
type ParentPort = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

const isToServer = (message: unknown): message is ToServer =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'stop'

const parentPortOf = (host: NodeJS.Process): ParentPort | undefined =>
  'parentPort' in host ? (host.parentPort as ParentPort | undefined) : undefined

/** @returns undefined when nobody started this process with a channel. */
export const openParentChannel = (): ParentChannel | undefined => {
  const port = parentPortOf(process)
  if (port) {
    return {
      post: (message) => port.postMessage(message),
      // Chromium ends a utility process whose parent is gone.
      listen: (hear) => port.on('message', ({ data }) => isToServer(data) && hear(data)),
    }
  }
  if (!process.send) return undefined
  return {
    post: (message) => {
      if (process.connected) process.send?.(message)
    },
    listen: (hear) => {
      process.on('message', (message) => isToServer(message) && hear(message))
      process.on('disconnect', () => hear({ type: 'gone' }))
    },
  }
}
