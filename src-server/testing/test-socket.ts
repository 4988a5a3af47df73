// One real WebSocket for a test: frames as objects, waited for by what they are.
import { inflateRawSync } from 'node:zlib'
import WebSocket from 'ws'
import {
  decodeServerFrame,
  isServerFrame,
  encodeClientFrame,
  NO_OFFSET,
  PROTOCOL_VERSION,
  SUBPROTOCOL,
  type ClientFrame,
  type Epoch,
  type ServerFrame,
  type ServerFrameOf,
  type ServerFrameType,
} from '../protocol/index.ts'

export type TestSocket = {
  send(frame: ClientFrame): void
  /** The first frame of the type that has come or will come, once each. */
  next<Type extends ServerFrameType>(type: Type): Promise<ServerFrameOf<Type>>
  /** Resolves when the connection is gone. */
  readonly closed: Promise<number>
  close(): void
}

const decode = (bytes: Uint8Array): ServerFrame => {
  const decoded = decodeServerFrame(bytes)
  if (!decoded.ok) throw new Error('the server sent what nobody can read')
  if (decoded.value.type === 'packed') return decode(inflateRawSync(decoded.value.deflated))
  if (!isServerFrame(decoded.value)) throw new Error('the server sent what nobody can read')
  return decoded.value
}

/** Connects and says hello. */
export const openTestSocket = async (
  url: string,
  token: string,
  options: WebSocket.ClientOptions = {},
): Promise<TestSocket> => {
  const socket = new WebSocket(`${url.replace(/^http/u, 'ws')}/ws`, SUBPROTOCOL, options)
  const frames: ServerFrame[] = []
  const waiting = new Set<() => void>()
  socket.on('message', (data: Buffer) => {
    frames.push(decode(data))
    for (const look of waiting) look()
  })
  const closed = new Promise<number>((resolve) => void socket.on('close', resolve))
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const send = (frame: ClientFrame): void => socket.send(encodeClientFrame(frame))
  const none = '' as Epoch
  send({
    type: 'hello',
    version: PROTOCOL_VERSION,
    token,
    epoch: none,
    cursor: NO_OFFSET,
    scope: 'all',
    locale: 'en',
    app: 'test',
  })
  return {
    send,
    next: async <Type extends ServerFrameType>(type: Type) =>
      new Promise<ServerFrameOf<Type>>((resolve) => {
        const look = (): void => {
          const index = frames.findIndex((frame) => frame.type === type)
          if (index < 0) return
          waiting.delete(look)
          resolve(frames.splice(index, 1)[0] as unknown as ServerFrameOf<Type>) // found by its type
        }
        waiting.add(look)
        look()
      }),
    closed,
    close: () => socket.close(),
  }
}
