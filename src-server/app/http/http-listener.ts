// The one listening socket: HTTP or HTTPS, with the WebSocket's upgrades on the same port. Requests wait for the HTTP side,
// which is loaded after the first WebSocket can be accepted.
import { readFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { limits } from '../../protocol/index.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { ServerConfig } from '../start/server-config.ts'
import { certificateFailure, listenFailure, type StartFailure } from '../start/start-failure.ts'

// Imported, they would be evaluated with all they export, among it a browser's WebSocket and the whole client behind it:
// a fifth of what a start takes.
const { createServer } = process.getBuiltinModule('node:http')
const { createServer: createTlsServer } = process.getBuiltinModule('node:https')

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => void

export type HttpListener = {
  readonly server: Server
  /** Gives requests, also those that wait already, to their handler. */
  answerWith(handler: () => Promise<RequestHandler>): void
  /** @returns the port. */
  listen(): Promise<
    { readonly ok: true; readonly port: number } | { readonly ok: false; readonly failure: StartFailure }
  >
  /** As closeSockets. */
  close(): Promise<void>
}

export const listenerOptions = {
  headersTimeout: limits.headersWithinMs,
  connectionsCheckingInterval: limits.headersWithinMs / 3,
  requestTimeout: limits.requestWithinMs,
  keepAliveTimeout: limits.keepAliveMs,
  // Java's HTTP client and curl --http2 offer h2c with every plain request: that is a request all the same.
  shouldUpgradeCallback: (request: IncomingMessage) => request.headers.upgrade?.toLowerCase() === 'websocket',
} as const

const makeServer = ({ tls }: ServerConfig): Server => {
  if (!tls) return createServer(listenerOptions)
  // An HTTPS server is an HTTP server to everybody who has it in hand: requests, upgrades, close.
  return createTlsServer({ ...listenerOptions, cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) })
}

type Parts = {
  readonly config: ServerConfig
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
}

export const createHttpListener = ({ config, clock, logger, metrics }: Parts): HttpListener | StartFailure => {
  let server: Server
  try {
    server = makeServer(config)
  } catch (error) {
    return certificateFailure(error, config.tls ?? { certFile: '', keyFile: '' })
  }
  server.maxConnections = config.maxConnections + limits.spareHttpSockets
  server.on('drop', () => metrics.count('dropped_total', { reason: 'sockets' }))
  return {
    server,
    answerWith: (handler) => {
      server.on('request', (request, response) => {
        handler()
          .then((handle) => handle(request, response))
          .catch((error: unknown) => {
            logger.error({ error }, 'the HTTP side could not take a request')
            response.destroy()
          })
      })
    },
    listen: async () =>
      new Promise((resolve) => {
        const refused = (error: Error): void =>
          resolve({ ok: false, failure: listenFailure(error, config.host, config.port) })
        server.once('error', refused)
        server.listen({ host: config.host, port: config.port }, () => {
          server.off('error', refused)
          server.on('error', (error) => logger.error({ error }, 'the listening socket failed'))
          resolve({ ok: true, port: (server.address() as AddressInfo).port })
        })
      }),
    close: async () => closeSockets(server, clock),
  }
}

/** Takes nothing new, lets requests under way end, then cuts. */
export const closeSockets = async (server: Server, clock: Clock): Promise<void> =>
  new Promise((resolve) => {
    const cancelDrain = clock.after(limits.httpDrainWithinMs, () => server.closeAllConnections())
    let cancelSweep: Cancel = () => undefined
    server.close(() => {
      cancelDrain()
      cancelSweep()
      resolve()
    })
    // Again and again: a browser keeps the connection of a request that ends only now.
    const sweep = (): void => {
      server.closeIdleConnections()
      cancelSweep = clock.after(limits.httpSweepMs, sweep)
    }
    sweep()
  })
