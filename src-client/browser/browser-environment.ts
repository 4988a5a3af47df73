// The client library's world in a browser page: desk and widget.
import type { EpochMs } from '#protocol'
import type { Cancel, ClientEnvironment, ClientSocket, HttpReply, KeyValueStore, SocketEvents } from '../environment.ts'
import { createBrowserStorage } from './browser-storage.ts'
import { inflateRaw } from './inflate-raw.ts'

/** An HTTP send that takes longer went into a dead connection: it is tried again with its cid. */
const POST_TIMEOUT_MS = 15_000

/** The network's own code for a socket that could not be opened. */
const ABNORMAL_CLOSE = 1006

const openSocket = (url: string, subprotocol: string, events: SocketEvents): ClientSocket => {
  let socket: WebSocket
  try {
    socket = new WebSocket(url, subprotocol)
  } catch {
    // A page's security policy or a mixed-content rule forbids the address: the same to us as an unreachable one.
    queueMicrotask(() => events.closed(ABNORMAL_CLOSE, 'forbidden by this page'))
    return { send: () => undefined, close: () => undefined }
  }
  socket.binaryType = 'arraybuffer'
  socket.addEventListener('open', () => events.opened())
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    // A text frame is no frame of ours: empty bytes are refused by the decoder.
    events.received(data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array())
  })
  socket.addEventListener('close', ({ code, reason }) => events.closed(code, reason))
  return {
    send: (bytes) => {
      // `send` while connecting throws; bytes are always backed by a plain ArrayBuffer here.
      if (socket.readyState === WebSocket.OPEN) socket.send(bytes as Uint8Array<ArrayBuffer>)
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
      // Survives the page that is being left with a message just written.
      keepalive: true,
      signal: AbortSignal.timeout(POST_TIMEOUT_MS),
    })
    return { status: reply.status, body: await reply.json().catch(() => undefined) }
  } catch {
    // Unreachable, timed out or forbidden by CORS: the browser tells no more than that.
    return { status: 0, body: undefined }
  }
}

const after = (delayMs: number, task: () => void): Cancel => {
  const timer = setTimeout(task, delayMs)
  return () => clearTimeout(timer)
}

const onOnlineChanged = (listener: () => void): Cancel => {
  const names = ['online', 'offline'] as const
  for (const name of names) addEventListener(name, listener)
  return () => {
    for (const name of names) removeEventListener(name, listener)
  }
}

/** A desk on this very computer is there without any network. */
const isLoopback = (deskUrl: string): boolean => {
  const { hostname } = new URL(deskUrl, location.href)
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}

/** For a page that brings its own storage (the widget's, which is synchronous and small). */
export const createPageEnvironment = (deskUrl: string, storage: KeyValueStore): ClientEnvironment => {
  const needsNetwork = !isLoopback(deskUrl)
  return {
    now: () => Date.now() as EpochMs,
    after,
    fraction: () => Math.random(),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    openSocket,
    postJson,
    inflate: inflateRaw,
    storage,
    isOnline: () => !needsNetwork || navigator.onLine,
    onOnlineChanged,
  }
}

export const createBrowserEnvironment = (deskUrl: string): ClientEnvironment =>
  createPageEnvironment(deskUrl, createBrowserStorage())
