// The Connection port over one WebSocket: frames leave in order, though large ones are packed on another thread.
import type { Duplex } from 'node:stream'
import { WebSocket } from 'ws'
import { closeCodeOf, closeCodes, encodeServerFrame, type CloseCode, type ErrorCode } from '../../protocol/index.ts'
import type { Connection } from '../../ports/connection.ts'
import type { CodedSocket } from './coded-socket.ts'
import type { FramePacker } from './frame-packer.ts'
import { serverFrames } from './server-frame.ts'
import type { TurnSpeaker, TurnWriter } from './turn-writer.ts'

/** Waits for its turn; `bytes` are missing while it is being packed. */
type Outgoing = { bytes: Uint8Array | undefined; readonly size: number }

export type WsConnectionParts = {
  readonly socket: CodedSocket
  /** The network socket below it. */
  readonly wire: Pick<Duplex, 'write' | 'writableLength'>
  readonly packer: FramePacker
  readonly turn: TurnWriter
  readonly id: number
  readonly address: string
}

/** A class, unlike its neighbours: there are ten thousand of them, and each function of a closure weighs as much as a field. */
export class WsConnection implements Connection, TurnSpeaker {
  readonly id: number
  readonly address: string
  readonly #socket: CodedSocket
  readonly #wire: WsConnectionParts['wire']
  readonly #packer: FramePacker
  readonly #turn: TurnWriter
  /** Said in this turn of the event loop. */
  #said: Uint8Array[] | undefined
  #saidBytes = 0
  /** From the first that is being packed on; most connections never have any. */
  #waiting: Outgoing[] | undefined
  #waitingBytes = 0
  #closing: { readonly code: CloseCode; readonly reason: string } | undefined

  constructor({ socket, wire, packer, turn, id, address }: WsConnectionParts) {
    this.id = id
    this.address = address
    this.#socket = socket
    this.#wire = wire
    this.#packer = packer
    this.#turn = turn
  }

  get bufferedBytes(): number {
    return this.#wire.writableLength + this.#saidBytes + this.#waitingBytes
  }

  send(bytes: Uint8Array): void {
    if (this.#closing) return
    if (this.#packer.isLarge(bytes)) void this.#packLater(bytes)
    else if (this.#waiting) this.#enqueue({ bytes, size: bytes.length })
    else this.#say(bytes)
  }

  close(code: CloseCode, reason: string): void {
    if (this.#closing) return
    this.#closing = { code, reason }
    this.#flush()
  }

  /** Says why, and closes with that code. */
  refuse(code: ErrorCode, retryAfterMs: number): void {
    this.send(encodeServerFrame({ type: 'bye', code, retryAfterMs }))
    this.close(closeCodeOf(code) ?? closeCodes.internal, code)
  }

  /** The end of the turn. */
  sayAll(): void {
    const said = this.#said
    if (!said) return
    this.#said = undefined
    this.#saidBytes = 0
    // As `socket.send` would do it, in one piece. A socket that is closing takes nothing more.
    if (this.#socket.readyState === WebSocket.OPEN) this.#wire.write(serverFrames(said))
  }

  #say(bytes: Uint8Array): void {
    this.#saidBytes += bytes.length
    if (this.#said) return void this.#said.push(bytes)
    this.#said = [bytes]
    this.#turn(this)
  }

  #flush(): void {
    const waiting = this.#waiting ?? []
    let said = 0
    for (let next = waiting[said]; next?.bytes; next = waiting[said]) {
      said += 1
      this.#waitingBytes -= next.size
      this.#say(next.bytes)
    }
    // At once: who is online waits behind a snapshot in ten thousand frames, and each `shift` may move all that are left.
    waiting.splice(0, said)
    if (waiting.length > 0) return
    this.#waiting = undefined
    if (!this.#closing) return
    this.sayAll()
    this.#socket.close(this.#closing.code, this.#closing.reason)
  }

  #enqueue(outgoing: Outgoing): void {
    this.#waiting ??= []
    this.#waiting.push(outgoing)
    this.#waitingBytes += outgoing.size
  }

  async #packLater(bytes: Uint8Array): Promise<void> {
    const outgoing: Outgoing = { bytes: undefined, size: bytes.length }
    this.#enqueue(outgoing)
    outgoing.bytes = await this.#packer.pack(bytes)
    this.#flush()
  }
}
