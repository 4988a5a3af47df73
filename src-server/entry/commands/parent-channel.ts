// Speaking with whoever started this process, over Electron's parentPort or Node's IPC channel alike.

export type ParentChannel<Out, In> = {
  post(message: Out): void
  /** `gone` when nobody is there any more. */
  listen(hear: (message: In | { readonly type: 'gone' }) => void): void
}

/** What Electron puts on `process` in a utility process; described here, because the server knows no Electron. */
type ParentPort = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

const parentPortOf = (host: NodeJS.Process): ParentPort | undefined =>
  'parentPort' in host ? (host.parentPort as ParentPort | undefined) : undefined

/** @returns undefined when nobody started this process with a channel. */
export const openParentChannel = <Out, In extends { readonly type: string }>(
  isIn: (type: unknown) => boolean,
): ParentChannel<Out, In> | undefined => {
  // Our own parent: that it is one of its messages is told by the type.
  const isMessage = (message: unknown): message is In =>
    typeof message === 'object' && message !== null && 'type' in message && isIn(message.type)
  const port = parentPortOf(process)
  if (port) {
    return {
      post: (message) => port.postMessage(message),
      // Chromium ends a utility process whose parent is gone.
      listen: (hear) => port.on('message', ({ data }) => isMessage(data) && hear(data)),
    }
  }
  if (!process.send) return undefined
  return {
    post: (message) => {
      if (process.connected) process.send?.(message)
    },
    listen: (hear) => {
      process.on('message', (message) => isMessage(message) && hear(message))
      process.on('disconnect', () => hear({ type: 'gone' }))
    },
  }
}
