// A second listening socket with TLS and the host's own key, for desks that were paired. Requests and upgrades go on to the first
// socket's server: to everybody behind it both are one.
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openOwnKey } from '../../adapters/tls/own-key.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { SecureDoor } from '../pairing/pairing-desk.ts'
import type { ServerConfig } from '../start/server-config.ts'
import { closeSockets, listenerOptions } from './http-listener.ts'

// See http-listener.ts.
const { createServer } = process.getBuiltinModule('node:https')

export type OpenDoor = SecureDoor & { close(): Promise<void> }

type Parts = {
  readonly config: ServerConfig
  /** The first socket's port. */
  readonly port: number
  readonly server: Server
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
}

const HIGHEST_PORT = 65_535

/** @returns undefined when there is no such door, which is said in the log: the desk works without. */
export const openSecureDoor = async (parts: Parts): Promise<OpenDoor | undefined> => {
  const { config, server, clock, logger, metrics } = parts
  try {
    const { pem, fingerprint } = openOwnKey(config.dataDir)
    const door = createServer({ ...listenerOptions, cert: pem, key: pem, minVersion: 'TLSv1.3' })
    door.maxConnections = server.maxConnections
    door.on('drop', () => metrics.count('dropped_total', { reason: 'sockets' }))
    // A scanner's plain request, or a client that knows another key: theirs alone.
    door.on('tlsClientError', () => metrics.count('dropped_total', { reason: 'tls' }))
    door.on('request', (request, response) => server.emit('request', request, response))
    door.on('upgrade', (request, socket, head) => server.emit('upgrade', request, socket, head))
    const port = await listenBeside(door, config.host, parts.port)
    door.on('error', (error) => logger.error({ error }, 'the listening socket failed'))
    return { port, fingerprint, close: async () => closeSockets(door, clock) }
  } catch (error) {
    logger.error({ error }, 'no computer can be paired: the socket with TLS could not be opened')
    return undefined
  }
}

/** The next port, so that paired desks find it again after a restart; any other when somebody has that. */
const listenBeside = async (door: Server, host: string, port: number): Promise<number> => {
  try {
    return await listen(door, host, port < HIGHEST_PORT ? port + 1 : 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return listen(door, host, 0)
  }
}

const listen = async (door: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    door.once('error', reject)
    door.listen({ host, port }, () => {
      door.off('error', reject)
      resolve((door.address() as AddressInfo).port)
    })
  })
