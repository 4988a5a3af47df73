// One WebSocket connection of the crowd on a bare TCP socket: a client library would cost the generator more than it measures.
// Knows frames, not what they say. Only what our three servers send: no extensions, no fragments.
import { connect, type Socket } from 'node:net'

export type RawSocket = {
  /** A whole frame, as `clientFrame` makes it. The caller does not touch it again. */
  write(frame: Buffer): void
  /** Reads nothing more: the network and then the server have to keep what comes. */
  pause(): void
  resume(): void
  destroy(): void
}

export type RawSocketOptions = {
  readonly port: number
  readonly path: string
  readonly subprotocol: string | undefined
  /** Source address: one 127.0.0.x has about 28,000 ports. */
  readonly localAddress: string
  readonly opened: (socket: RawSocket) => void
  /** The payload lies in `bytes` from `start` to `end` and is gone when this returns. */
  readonly heard: (bytes: Buffer, start: number, end: number) => void
  /** Also after a `destroy`. */
  readonly closed: () => void
}

const MASKED = 0x80
const FINAL = 0x80
const LENGTH_IN_16_BITS = 126
const LENGTH_IN_64_BITS = 127
const MASK_BYTES = 4

export const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

/** Masked with zeroes, which RFC 6455 allows and costs the server the same work as any other mask. */
export const clientFrame = (payload: Uint8Array, opcode: number): Buffer => {
  const isLong = payload.length >= LENGTH_IN_16_BITS
  const frame = Buffer.alloc((isLong ? 4 : 2) + MASK_BYTES + payload.length)
  frame[0] = FINAL | opcode
  frame[1] = MASKED | (isLong ? LENGTH_IN_16_BITS : payload.length)
  if (isLong) frame.writeUInt16BE(payload.length, 2)
  frame.set(payload, frame.length - payload.length)
  return frame
}

/** Of a frame as `clientFrame` makes it. */
export const payloadOf = (frame: Buffer): Buffer =>
  frame.subarray(((frame[1] ?? 0) & 0x7f) === LENGTH_IN_16_BITS ? 8 : 6)

/** Every socket reads into the same memory: what has come is dealt with before the next read. */
const inbox = Buffer.alloc(64 * 1024)
const NOTHING = Buffer.alloc(0)

const request = ({ path, subprotocol, port }: RawSocketOptions): string =>
  [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...(subprotocol === undefined ? [] : [`Sec-WebSocket-Protocol: ${subprotocol}`]),
    '',
    '',
  ].join('\r\n')

/** Reads whole frames out of `bytes` and returns where the first incomplete one begins. */
const readFrames = (bytes: Buffer, heard: RawSocketOptions['heard'], socket: Socket): number => {
  let at = 0
  while (bytes.length - at >= 2) {
    const opcode = (bytes[at] ?? 0) & 0x0f
    let length = bytes[at + 1] ?? 0
    let start = at + 2
    if (length === LENGTH_IN_16_BITS) {
      if (bytes.length - at < 4) return at
      length = bytes.readUInt16BE(at + 2)
      start = at + 4
    } else if (length === LENGTH_IN_64_BITS) {
      if (bytes.length - at < 10) return at
      length = bytes.readUInt32BE(at + 6)
      start = at + 10
    }
    const end = start + length
    if (end > bytes.length) return at
    if (opcode === opcodes.ping) socket.write(clientFrame(bytes.subarray(start, end), opcodes.pong))
    // As RFC 6455 asks: a server that is told nothing waits for it.
    else if (opcode === opcodes.close) socket.write(clientFrame(bytes.subarray(start, end), opcodes.close))
    else if (opcode === opcodes.text || opcode === opcodes.binary) heard(bytes, start, end)
    at = end
  }
  return at
}

export const openRawSocket = (options: RawSocketOptions): RawSocket => {
  const { heard } = options
  let isOpen = false
  let rest = NOTHING
  const received = (count: number): boolean => {
    const fresh = inbox.subarray(0, count)
    let bytes = rest.length === 0 ? fresh : Buffer.concat([rest, fresh])
    if (!isOpen) {
      const headEnd = bytes.indexOf('\r\n\r\n')
      if (headEnd !== -1) {
        if (!bytes.toString('latin1', 0, 12).endsWith(' 101')) socket.destroy()
        isOpen = true
        bytes = bytes.subarray(headEnd + 4)
        options.opened(raw)
      }
    }
    const used = isOpen ? readFrames(bytes, heard, socket) : 0
    rest = used === bytes.length ? NOTHING : Buffer.from(bytes.subarray(used))
    return true
  }
  const socket = connect({
    host: '127.0.0.1',
    port: options.port,
    localAddress: options.localAddress,
    noDelay: true,
    onread: { buffer: inbox, callback: received },
  })
  const raw: RawSocket = {
    write: (frame) => void socket.write(frame),
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    destroy: () => void socket.destroy(),
  }
  socket.once('connect', () => socket.write(request(options)))
  // The close that follows tells the same.
  socket.on('error', () => undefined)
  socket.once('close', options.closed)
  return raw
}
