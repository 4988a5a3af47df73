// Two ends and a wire that moves only by hand: frames arrive when the test delivers them, in order, copied.
// Stands where a WebSocket would, without one; it can be cut (both ends learn of it) or frozen (nobody does).
import type { CloseCode } from '../protocol/index.ts'
import type { Connection, ConnectionHandler } from '../ports/connection.ts'

export type ClientEnd = {
  received(bytes: Uint8Array): void
  /** Nothing comes after it. */
  closed(code: number, reason: string): void
}

export type ConnectionPair = {
  /** From the client's hand onto the wire. */
  clientSend(bytes: Uint8Array): void
  clientClose(code: number, reason: string): void
  /** Delivers up to `count` frames (all by default) to the server. @returns how many moved. */
  toServer(count?: number): number
  toClient(count?: number): number
  /** Delivers in both directions until nothing moves. */
  flush(): number
  /** The network went: everything under way is lost, both ends are told (1006). */
  cut(): void
  /** A half-open wire: nothing moves and nobody is told, until thawed. */
  freeze(): void
  thaw(): void
  readonly isOpen: boolean
  readonly underWayToServer: number
  readonly underWayToClient: number
}

type Parcel = { readonly bytes: Uint8Array } | { readonly code: number; readonly reason: string }

const NETWORK_GONE = 1006
let lastId = 0

export const createConnectionPair = (parts: {
  readonly accept: (connection: Connection) => ConnectionHandler
  readonly client: ClientEnd
  readonly address?: string
}): ConnectionPair => {
  const toServer: Parcel[] = []
  const toClient: Parcel[] = []
  let isOpen = true
  let isFrozen = false
  let isServerClosing = false
  let isClientClosing = false

  const end = (code: number, reason: string): void => {
    if (!isOpen) return
    isOpen = false
    toServer.length = 0
    toClient.length = 0
    handler.closed()
    parts.client.closed(code, reason)
  }

  const bytesIn = (parcels: readonly Parcel[]): number =>
    parcels.reduce((sum, parcel) => sum + ('bytes' in parcel ? parcel.bytes.length : 0), 0)

  const connection: Connection = {
    id: (lastId += 1),
    address: parts.address ?? '127.0.0.1',
    get bufferedBytes() {
      return bytesIn(toClient)
    },
    send(bytes) {
      if (isOpen && !isServerClosing) toClient.push({ bytes: bytes.slice() })
    },
    close(code: CloseCode, reason) {
      if (!isOpen || isServerClosing) return
      isServerClosing = true
      toClient.push({ code, reason })
    },
  }
  const handler = parts.accept(connection)

  const deliver = (parcels: Parcel[], count: number, receive: (bytes: Uint8Array) => void): number => {
    let moved = 0
    while (moved < count && isOpen && !isFrozen) {
      const parcel = parcels.shift()
      if (!parcel) break
      moved += 1
      if ('bytes' in parcel) receive(parcel.bytes)
      else end(parcel.code, parcel.reason)
    }
    return moved
  }

  const pair: ConnectionPair = {
    clientSend(bytes) {
      if (isOpen && !isClientClosing) toServer.push({ bytes: bytes.slice() })
    },
    clientClose(code, reason) {
      if (!isOpen || isClientClosing) return
      isClientClosing = true
      toServer.push({ code, reason })
    },
    toServer: (count = Number.POSITIVE_INFINITY) => deliver(toServer, count, (bytes) => handler.received(bytes)),
    toClient: (count = Number.POSITIVE_INFINITY) => deliver(toClient, count, (bytes) => parts.client.received(bytes)),
    flush() {
      let moved = 0
      for (let step = -1; step !== 0; moved += step) step = pair.toServer() + pair.toClient()
      return moved
    },
    cut: () => end(NETWORK_GONE, ''),
    freeze: () => void (isFrozen = true),
    thaw: () => void (isFrozen = false),
    get isOpen() {
      return isOpen
    },
    get underWayToServer() {
      return toServer.length
    },
    get underWayToClient() {
      return toClient.length
    },
  }
  return pair
}
