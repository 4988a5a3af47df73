// One load-generating connection: the bare protocol over ws, without the client library, so that the generator costs little.
import { WebSocket } from 'ws'
import {
  decodeServerFrame,
  isServerFrame,
  encodeClientFrame,
  PROTOCOL_VERSION,
  SUBPROTOCOL,
  type ClientFrame,
  type Epoch,
  type Offset,
  type ServerFrame,
} from '#protocol'

export type LoadConnection = { send(frame: ClientFrame): void; close(): void }

export type LoadConnectionOptions = {
  readonly url: string
  readonly token: string
  readonly scope: 'all' | 'own'
  /** Source address: one 127.0.0.x has about 28,000 ports. */
  readonly localAddress: string
  readonly onFrame: (frame: ServerFrame) => void
  readonly onClosed: (code: number) => void
}

/** Resolves when the server said `live`. */
export const openLoadConnection = (options: LoadConnectionOptions): Promise<LoadConnection> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(options.url, SUBPROTOCOL, {
      perMessageDeflate: false,
      localAddress: options.localAddress,
    })
    socket.binaryType = 'nodebuffer'
    const send = (frame: ClientFrame): void => socket.send(encodeClientFrame(frame))
    let isLive = false
    socket.on('open', () =>
      send({
        type: 'hello',
        version: PROTOCOL_VERSION,
        token: options.token,
        epoch: '' as Epoch,
        cursor: 0 as Offset,
        scope: options.scope,
        locale: 'en',
        app: 'bench',
      }),
    )
    socket.on('message', (data: Buffer) => {
      const frame = decodeServerFrame(data)
      // Snapshots of a busy desk come packed; the generator has no use for them.
      if (!frame.ok || !isServerFrame(frame.value)) return
      if (frame.value.type === 'beat') send({ type: 'beat' })
      if (frame.value.type === 'live' && !isLive) {
        isLive = true
        resolve({ send, close: () => socket.terminate() })
      }
      options.onFrame(frame.value)
    })
    socket.on('error', reject)
    socket.on('close', (code) => {
      reject(new Error(`closed with ${code} before it was live`))
      options.onClosed(code)
    })
  })
