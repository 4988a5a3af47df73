// The gateway's door for WebSockets at /ws: judges upgrades, bounds sockets, hands connections to the gateway.
// Owns no session: what a frame means is not its business.
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { closeCodes, limits, SUBPROTOCOL, type ErrorCode } from '../../protocol/index.ts'
import type { Connection, ConnectionHandler } from '../../ports/connection.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { Random } from '../../ports/random.ts'
import { CodedSocket } from './coded-socket.ts'
import { createFramePacker } from './frame-packer.ts'
import { judgeUpgrade, type OriginPolicy, type UpgradeRequest } from './upgrade-policy.ts'
import { createTurnWriter } from './turn-writer.ts'
import { WsConnection } from './ws-connection.ts'

export type WsGatewayParts = {
  /** HTTP or HTTPS; only its `upgrade` event is used. */
  readonly server: Server
  readonly accept: (connection: Connection) => ConnectionHandler
  /** Connections that have not been greeted yet. */
  readonly ungreeted: () => number
  /** The client's address behind trusted proxies. */
  readonly addressOf: (request: IncomingMessage) => string
  readonly origins: OriginPolicy
  readonly maxConnections: number
  readonly random: Pick<Random, 'fraction'>
  readonly logger: Logger
  readonly metrics: Metrics
}

export type WsGateway = {
  /** Takes no new sockets. Sessions are ended by the gateway; what is still open after their closes is cut. */
  close(): Promise<void>
  readonly sockets: number
}

const statusTexts = { 404: 'Not Found', 429: 'Too Many Requests', 503: 'Service Unavailable' } as const

const refuseRequest = (socket: Duplex, status: keyof typeof statusTexts): void => {
  const retryAfterSeconds = Math.ceil(limits.fullRetryAfterMs / 1_000)
  const retry = status === 404 ? '' : `Retry-After: ${retryAfterSeconds}\r\n`
  // A caller who is gone already needs no answer.
  socket.once('error', () => socket.destroy())
  socket.end(
    `HTTP/1.1 ${status} ${statusTexts[status]}\r\n${retry}Connection: close\r\nContent-Length: 0\r\n\r\n`,
    () => socket.destroy(),
  )
}

const readRequest = (request: IncomingMessage): UpgradeRequest => ({
  path: (request.url ?? '').split('?', 1)[0] ?? '',
  host: request.headers.host ?? '',
  origin: request.headers.origin,
  subprotocols: (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim()),
})

/** Counts sockets by address; an address without any is forgotten. */
const createAddressBook = () => {
  const counts = new Map<string, number>()
  return {
    of: (address: string): number => counts.get(address) ?? 0,
    add: (address: string, by: 1 | -1): void => {
      const count = (counts.get(address) ?? 0) + by
      if (count > 0) counts.set(address, count)
      else counts.delete(address)
    },
  }
}

export const createWsGateway = (parts: WsGatewayParts): WsGateway => {
  const { server, logger, metrics, random } = parts
  const packer = createFramePacker()
  const turn = createTurnWriter()
  const addresses = createAddressBook()
  const open = new Set<CodedSocket>()
  const refused = new Set<CodedSocket>()
  let isClosing = false
  let lastId = 0

  // Known to ws 8.23, not to its types yet.
  const untyped = { closeTimeout: limits.closeWithinMs }
  const sockets = new WebSocketServer({
    ...untyped,
    noServer: true,
    clientTracking: false,
    WebSocket: CodedSocket,
    maxPayload: limits.maxClientFrameBytes,
    maxFragments: limits.maxFragments,
    perMessageDeflate: false,
    // A client of another version is let in under its own name, only to be told so in a way its page can read.
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : (offered.values().next().value ?? false)),
  })

  const connect = (socket: CodedSocket, wire: Duplex, address: string): WsConnection => {
    const connection = new WsConnection({ socket, wire, packer, turn, id: (lastId += 1), address })
    socket.on('error', (error) => logger.debug({ connection: connection.id, error }, 'a socket failed'))
    return connection
  }

  const serve = (socket: CodedSocket, wire: Duplex, address: string): void => {
    open.add(socket)
    addresses.add(address, 1)
    const connection = connect(socket, wire, address)
    let isHeard = true
    const refuse = (code: ErrorCode): void => {
      isHeard = false
      metrics.count('connections_closed_total', { reason: code })
      connection.refuse(code, 0)
    }
    socket.refuse = refuse
    const handler = parts.accept(connection)
    socket.on('message', (data, isBinary) => {
      if (!isHeard) return
      if (isBinary) handler.received(data as Buffer /* as the default binaryType has it */)
      else refuse('bad_frame')
    })
    socket.once('close', () => {
      open.delete(socket)
      addresses.add(address, -1)
      handler.closed()
    })
  }

  const tell = (socket: CodedSocket, wire: Duplex, address: string, code: ErrorCode, retryAfterMs: number): void => {
    refused.add(socket)
    socket.once('close', () => refused.delete(socket))
    connect(socket, wire, address).refuse(code, Math.floor(retryAfterMs * (1 + random.fraction())))
  }

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const address = parts.addressOf(request)
    const house = {
      isClosing,
      connections: open.size,
      maxConnections: parts.maxConnections,
      ungreeted: parts.ungreeted(),
      ofAddress: addresses.of(address),
      refusals: refused.size,
    }
    const verdict = judgeUpgrade(readRequest(request), house, parts.origins)
    if (verdict.kind !== 'accept') {
      const reason = verdict.kind === 'tell' ? verdict.code : verdict.reason
      metrics.count('connections_refused_total', { reason })
    }
    if (verdict.kind === 'refuse') return refuseRequest(socket, verdict.status)
    return sockets.handleUpgrade(request, socket, head, (accepted) => {
      if (verdict.kind === 'accept') serve(accepted, socket, address)
      else tell(accepted, socket, address, verdict.code, verdict.retryAfterMs)
    })
  }
  server.on('upgrade', onUpgrade)

  return {
    get sockets() {
      return open.size
    },
    async close() {
      isClosing = true
      const left = [...open, ...refused].filter((socket) => socket.readyState !== socket.CLOSED)
      const gone = left.map((socket) => new Promise<void>((resolve) => void socket.once('close', () => resolve())))
      // Whoever has not been closed by its session is closed here; `ws` cuts those that do not answer.
      for (const socket of left) socket.close(closeCodes.goingAway, 'server_stopping')
      await Promise.all(gone)
      server.off('upgrade', onUpgrade)
      sockets.close()
    },
  }
}
