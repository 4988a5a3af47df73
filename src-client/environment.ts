// What the client library asks of the world it runs in, so that the same library serves the desk, the widget, bots, tests
// and the simulation. DOM-free: a page's own is in browser/, others live with their users.
import type { EpochMs } from '#protocol'

export type Cancel = () => void

export type ClientSocket = {
  send(bytes: Uint8Array): void
  close(code: number, reason: string): void
}

export type SocketEvents = {
  opened(): void
  received(bytes: Uint8Array): void
  /** Also when it never opened. Nothing comes after it. */
  closed(code: number, reason: string): void
}

export type HttpReply = { readonly status: number; readonly body: unknown }

/** Where the outbox survives a reload (D5). */
export type KeyValueStore = {
  get(key: string): Promise<string | undefined>
  set(key: string, value: string): Promise<void>
  remove(key: string): Promise<void>
  keys(prefix: string): Promise<readonly string[]>
}

export type ClientEnvironment = {
  now(): EpochMs
  after(delayMs: number, task: () => void): Cancel
  /** In [0, 1): jitter. */
  fraction(): number
  /** Cryptographically strong: cids. */
  randomBytes(count: number): Uint8Array
  openSocket(url: string, subprotocol: string, events: SocketEvents): ClientSocket
  /** Never throws: an unreachable server is status 0. */
  postJson(url: string, token: string, body: unknown): Promise<HttpReply>
  /** Raw inflate of a packed frame; undefined when it is broken or larger than the limit. */
  inflate(deflated: Uint8Array, maxBytes: number): Promise<Uint8Array | undefined>
  readonly storage: KeyValueStore
  /** False when the device knows that it has no network: the client waits for `onlineChanged` instead of trying. */
  isOnline(): boolean
  onOnlineChanged(listener: () => void): Cancel
}
