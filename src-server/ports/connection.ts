import type { CloseCode } from '../protocol/index.ts'

/** One client's open channel as the gateway sees it: a WebSocket, or a pair of queues in a test. */
export type Connection = {
  readonly id: number
  /** The client's address behind trusted proxies. */
  readonly address: string
  /** Bytes accepted by `send` that the network has not taken yet. */
  readonly bufferedBytes: number
  /** Fire and forget, in order. After `close` it does nothing. */
  send(bytes: Uint8Array): void
  close(code: CloseCode, reason: string): void
}

/** What happens on a connection. Calls come one after another; nothing comes after `closed`. */
export type ConnectionHandler = {
  received(bytes: Uint8Array): void
  closed(): void
}
