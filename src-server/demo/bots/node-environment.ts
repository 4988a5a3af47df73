// The client library's world in this process: what a bot needs of it.
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import WebSocket from 'ws'
import type { ClientEnvironment, ClientSocket, SocketEvents } from '#client/environment.ts'
import { memoryStore } from '#client/browser/memory-store.ts'
import type { Clock } from '../../ports/clock.ts'

const inflate = promisify(inflateRaw)

const openSocket = (url: string, subprotocol: string, events: SocketEvents): ClientSocket => {
  // The desk is this very process; its certificate bears another name.
  const socket = new WebSocket(url, subprotocol, { rejectUnauthorized: false })
  socket.on('open', () => events.opened())
  socket.on('message', (data) => events.received(data instanceof Buffer ? data : new Uint8Array()))
  socket.on('close', (code, reason) => events.closed(code, reason.toString()))
  // `close` follows, and says it to the client.
  socket.on('error', () => undefined)
  return {
    send: (bytes) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes)
    },
    close: (code, reason) => socket.close(code, reason),
  }
}

/** @param userAgent what the visitor's browser says it is. */
export const createNodeEnvironment = (clock: Clock, userAgent = 'Frontdesk demo'): ClientEnvironment => ({
  now: () => clock.now(),
  after: (delayMs, task) => clock.after(delayMs, task),
  fraction: () => Math.random(),
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
  openSocket,
  postJson: async (url, token, body) => {
    try {
      const headers = { 'content-type': 'application/json', 'user-agent': userAgent, authorization: `Bearer ${token}` }
      const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
      return { status: reply.status, body: await reply.json() }
    } catch {
      // Unreachable: the client tries again by itself.
      return { status: 0, body: undefined }
    }
  },
  inflate: async (deflated, maxBytes) => inflate(deflated, { maxOutputLength: maxBytes }).catch(() => undefined),
  storage: memoryStore(),
  isOnline: () => true,
  onOnlineChanged: () => () => undefined,
})
