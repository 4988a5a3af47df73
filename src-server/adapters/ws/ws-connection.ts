// The Connection port over one WebSocket: frames leave in order, though large ones are packed on another thread.
import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import { closeCodeOf, closeCodes, encodeServerFrame, type CloseCode, type ErrorCode } from '../../protocol/index.ts'
import type { Connection } from '../../ports/connection.ts'
import type { CodedSocket } from './coded-socket.ts'
import type { FramePacker } from './frame-packer.ts'
import { serverFrame } from './server-frame.ts'

/** Waits for its turn; `bytes` are missing while it is being packed. */
type Outgoing = { bytes: Uint8Array | undefined; readonly size: number }

export type WsConnection = Connection & {
  /** Says why, and closes with that code. */
  refuse(code: ErrorCode, retryAfterMs: number): void
}

export const createWsConnection = (parts: {
  readonly socket: CodedSocket
  /** The network socket below it. */
  readonly wire: Pick<Duplex, 'cork' | 'uncork' | 'write' | 'writableLength'>
  readonly packer: FramePacker
  readonly id: number
  readonly address: string
}): WsConnection => {
  const { socket, wire, packer, id, address } = parts
  const waiting: Outgoing[] = []
  let waitingBytes = 0
  let closing: { readonly code: CloseCode; readonly reason: string } | undefined

  let isCorked = false

  /** What is sent in one turn leaves in one write: a group's entries reach an agent at the cost of one. */
  const write = (bytes: Uint8Array): void => {
    if (!isCorked) {
      isCorked = true
      wire.cork()
      process.nextTick(() => {
        isCorked = false
        wire.uncork()
      })
    }
    // As `socket.send` would do it, in half as many pieces. A socket that is closing takes nothing more.
    if (socket.readyState === WebSocket.OPEN) wire.write(serverFrame(bytes))
  }

  const flush = (): void => {
    for (let first = waiting[0]; first?.bytes; first = waiting[0]) {
      waiting.shift()
      waitingBytes -= first.size
      write(first.bytes)
    }
    if (closing && waiting.length === 0) socket.close(closing.code, closing.reason)
  }

  const enqueue = (outgoing: Outgoing): void => {
    waiting.push(outgoing)
    waitingBytes += outgoing.size
  }

  const packLater = async (bytes: Uint8Array): Promise<void> => {
    const outgoing: Outgoing = { bytes: undefined, size: bytes.length }
    enqueue(outgoing)
    outgoing.bytes = await packer.pack(bytes)
    flush()
  }

  const connection: WsConnection = {
    id,
    address,
    get bufferedBytes() {
      return wire.writableLength + waitingBytes
    },
    send(bytes) {
      if (closing) return
      if (packer.isLarge(bytes)) void packLater(bytes)
      else if (waiting.length > 0) enqueue({ bytes, size: bytes.length })
      else write(bytes)
    },
    close(code, reason) {
      if (closing) return
      closing = { code, reason }
      flush()
    },
    refuse(code, retryAfterMs) {
      connection.send(encodeServerFrame({ type: 'bye', code, retryAfterMs }))
      connection.close(closeCodeOf(code) ?? closeCodes.internal, code)
    },
  }
  return connection
}
