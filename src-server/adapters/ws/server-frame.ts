// A payload as the one WebSocket frame that a server sends: final, binary, unmasked (RFC 6455, 5.2).

const FINAL_BINARY = 0x82
const LENGTH_IN_16_BITS = 126
const LENGTH_IN_64_BITS = 127
const MAX_16_BITS = 0xff_ff

const headerLength = (length: number): 2 | 4 | 10 => {
  if (length < LENGTH_IN_16_BITS) return 2
  return length <= MAX_16_BITS ? 4 : 10
}

/** Header and payload in one piece, so that the network is handed one thing instead of two. */
export const serverFrame = (payload: Uint8Array): Buffer => {
  const { length } = payload
  const start = headerLength(length)
  const frame = Buffer.allocUnsafe(start + length)
  frame[0] = FINAL_BINARY
  if (start === 2) frame[1] = length
  else if (start === 4) {
    frame[1] = LENGTH_IN_16_BITS
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = LENGTH_IN_64_BITS
    frame.writeUInt32BE(0, 2)
    frame.writeUInt32BE(length, 6)
  }
  frame.set(payload, start)
  return frame
}
