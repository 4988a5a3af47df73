// A gateway behind a real HTTP server on a free port, and clients that are real sockets: for what only a network does.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { connect as connectTcp, type Socket } from 'node:net'
import { once } from 'node:events'
import { inflateRawSync } from 'node:zlib'
import { WebSocket } from 'ws'
import {
  decodeServerFrame,
  isServerFrame,
  encodeClientFrame,
  SUBPROTOCOL,
  type ClientFrame,
  type ServerFrame,
} from '../protocol/index.ts'
import { createWsGateway, type WsGateway, type WsGatewayParts } from '../adapters/ws/ws-gateway.ts'
import type { Connection } from '../ports/connection.ts'
import { createGatewayWorld, type GatewayWorld } from './gateway-world.ts'
import { createSeededRandom } from './seeded-random.ts'

export type WsClient = {
  readonly socket: WebSocket
  readonly heard: readonly ServerFrame[]
  /** How many of the frames came packed. */
  readonly packed: number
  say(frame: ClientFrame): void
  /** Resolves with the next frame of that type, at once when one was heard already. */
  hears<Type extends ServerFrame['type']>(type: Type): Promise<Extract<ServerFrame, { type: Type }>>
  /** Resolves when the socket is closed. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>
}

export type WsDesk = GatewayWorld & {
  readonly door: WsGateway
  readonly port: number
  dial(options?: { readonly subprotocols?: readonly string[]; readonly origin?: string }): WsClient
  /** Bytes that wait in our memory for all connections' networks. */
  bufferedBytes(): number
  /** The status of an upgrade that is refused as HTTP. */
  refusalOf(path?: string): Promise<IncomingMessage>
  /** A raw TCP connection that asked for the upgrade, went on with the given bytes, and never answers anything. */
  dialRaw(after?: string): Promise<Socket>
  close(): Promise<void>
}

const upgradeRequest = [
  'GET /ws HTTP/1.1',
  'Host: desk.example',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  `Sec-WebSocket-Protocol: ${SUBPROTOCOL}`,
  '',
  '',
].join('\r\n')

const createWsClient = (socket: WebSocket): WsClient => {
  const heard: ServerFrame[] = []
  const listeners: (() => void)[] = []
  let packed = 0
  socket.on('message', (data) => {
    let decoded = decodeServerFrame(data as Buffer)
    if (decoded.ok && decoded.value.type === 'packed') {
      packed += 1
      decoded = decodeServerFrame(inflateRawSync(decoded.value.deflated))
    }
    if (!decoded.ok || !isServerFrame(decoded.value)) throw new Error('the server sent something unreadable')
    heard.push(decoded.value)
    for (const listener of listeners.splice(0)) listener()
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }))
  })
  // A refused socket says so by its close; the error event only repeats it.
  socket.on('error', () => undefined)
  return {
    socket,
    heard,
    get packed() {
      return packed
    },
    say: (frame) => socket.send(encodeClientFrame(frame)),
    async hears(type) {
      for (;;) {
        const index = heard.findIndex((frame) => frame.type === type)
        const [found] = index < 0 ? [] : heard.splice(index, 1)
        if (found?.type === type) return found as never // find() does not narrow by a type parameter.
        await new Promise<void>((resolve) => listeners.push(resolve))
      }
    },
    closed,
  }
}

const listen = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('the server has no port')
  return address.port
}

export const createWsDesk = async (
  change: Partial<Pick<WsGatewayParts, 'maxConnections' | 'origins' | 'addressOf'>> = {},
): Promise<WsDesk> => {
  const world = await createGatewayWorld()
  const connections: Connection[] = []
  const server = createServer((_request, response) => response.writeHead(404).end())
  const door = createWsGateway({
    server,
    accept(connection) {
      connections.push(connection)
      return world.gateway.accept(connection)
    },
    ungreeted: () => world.gateway.stats().ungreeted,
    addressOf: (request) => request.socket.remoteAddress ?? '',
    origins: { allowed: [], own: [] },
    maxConnections: 100,
    random: createSeededRandom(1),
    logger: world.logger,
    metrics: world.metrics,
    ...change,
  })
  const port = await listen(server)
  const sockets = new Set<{ destroy(): void } | WebSocket>()

  return {
    ...world,
    door,
    port,
    dial({ subprotocols = [SUBPROTOCOL], origin } = {}) {
      const socket = new WebSocket(
        `ws://127.0.0.1:${port}/ws`,
        [...subprotocols],
        origin === undefined ? {} : { origin },
      )
      sockets.add(socket)
      return createWsClient(socket)
    },
    bufferedBytes: () => connections.reduce((sum, { bufferedBytes }) => sum + bufferedBytes, 0),
    async refusalOf(path = '/ws') {
      const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, SUBPROTOCOL)
      socket.on('error', () => undefined)
      const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage]
      return response
    },
    async dialRaw(after = '') {
      const socket = connectTcp(port, '127.0.0.1')
      sockets.add(socket)
      await once(socket, 'connect')
      socket.write(upgradeRequest + after)
      return socket
    },
    async close() {
      await world.gateway.stop()
      // Whoever would not answer a close is not waited for.
      for (const socket of sockets) {
        if (socket instanceof WebSocket) socket.terminate()
        else socket.destroy()
      }
      await door.close()
      server.close()
      await once(server, 'close')
    },
  }
}
