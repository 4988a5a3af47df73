// The client library's world in a Node process: bots, load and tests over real sockets. What it keeps lives as long as it does.
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { WebSocket } from 'ws'
import { memoryStore } from '#client/browser/memory-store.ts'
import type { ClientEnvironment, ClientSocket, HttpReply, KeyValueStore, SocketEvents } from '#client/environment.ts'
import { limits, type EpochMs } from '../protocol/index.ts'

const POST_TIMEOUT_MS = 15_000

const inflateAsync = promisify(inflateRaw)

const inflate = async (deflated: Uint8Array, maxOutputLength: number): Promise<Uint8Array | undefined> => {
  try {
    return new Uint8Array(await inflateAsync(deflated, { maxOutputLength }))
  } catch {
    // Broken or too large: the client drops the connection.
    return undefined
  }
}

const openSocket = (url: string, subprotocol: string, events: SocketEvents): ClientSocket => {
  const socket = new WebSocket(url, subprotocol, { perMessageDeflate: false, maxPayload: limits.maxUnpackedFrameBytes })
  socket.binaryType = 'nodebuffer'
  socket.on('open', () => events.opened())
  // nodebuffer makes every message one Buffer; a text frame is no frame of ours and empty bytes are refused.
  socket.on('message', (data, isBinary) => events.received(isBinary ? (data as Buffer) : new Uint8Array()))
  socket.on('close', (code, reason) => events.closed(code, reason.toString()))
  // 'close' follows and says all that the client needs.
  socket.on('error', () => undefined)
  return {
    send: (bytes) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes)
    },
    close: (code, reason) => socket.close(code, reason),
  }
}

const postJson = async (url: string, token: string, body: unknown): Promise<HttpReply> => {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(POST_TIMEOUT_MS),
    })
    return { status: reply.status, body: await reply.json().catch(() => undefined) }
  } catch {
    // Unreachable or timed out: to the client the same.
    return { status: 0, body: undefined }
  }
}

/** Its timers do not keep the process alive; open sockets do. */
export const createNodeClientEnvironment = (storage: KeyValueStore = memoryStore()): ClientEnvironment => ({
  now: () => Date.now() as EpochMs,
  after(delayMs, task) {
    const timer = setTimeout(task, delayMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
  fraction: () => Math.random(),
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
  openSocket,
  postJson,
  inflate,
  storage,
  isOnline: () => true,
  onOnlineChanged: () => () => undefined,
})
