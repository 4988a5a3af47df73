// Those who find the house full: how a page comes, what it is told, and those who do not take no for an answer.
import { once } from 'node:events'
import { connect } from 'node:net'
import { WebSocket } from 'ws'
import { decodeServerFrame, SUBPROTOCOL } from '#protocol'

export type Answer = {
  /** The WebSocket's close code; 0 where none was opened. */
  readonly code: number
  /** Of the HTTP answer, where the upgrade was refused; else 0. */
  readonly status: number
  /** From `bye` or from `Retry-After`; 0 where it said nothing. */
  readonly retryAfterMs: number
}

const MS_PER_SECOND = 1000
const STRANGERS_ADDRESS = '127.0.3.1'

/** Comes as a browser would, and goes when it is told to. */
export const knockPolitely = (port: number): Promise<Answer> =>
  new Promise((resolve, reject) => {
    let retryAfterMs = 0
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, SUBPROTOCOL, {
      perMessageDeflate: false,
      localAddress: STRANGERS_ADDRESS,
    })
    socket.on('message', (data: Buffer) => {
      const frame = decodeServerFrame(data)
      if (frame.ok && frame.value.type === 'bye') retryAfterMs = frame.value.retryAfterMs
    })
    socket.once('close', (code) => resolve({ code, status: 0, retryAfterMs }))
    socket.once('unexpected-response', (_, { statusCode = 0, headers }) => {
      socket.terminate()
      resolve({ code: 0, status: statusCode, retryAfterMs: Number(headers['retry-after'] ?? 0) * MS_PER_SECOND })
    })
    socket.on('error', reject)
  })

const request = (port: number): string =>
  [
    'GET /ws HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Sec-WebSocket-Protocol: ${SUBPROTOCOL}`,
    '',
    '',
  ].join('\r\n')

/** So many who are told and stay where they are. All have been answered when it resolves. @returns what makes them leave. */
export const crowdTheDoor = async (port: number, count: number): Promise<() => void> => {
  const sockets = await Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect({ host: '127.0.0.1', port, localAddress: STRANGERS_ADDRESS })
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      socket.write(request(port))
      await once(socket, 'data')
      return socket
    }),
  )
  return () => {
    for (const socket of sockets) socket.destroy()
  }
}
