// Payloads as the WebSocket frames that a server sends: final, binary, unmasked (RFC 6455, 5.2).

const FINAL_BINARY = 0x82
const LENGTH_IN_16_BITS = 126
const LENGTH_IN_64_BITS = 127
const MAX_16_BITS = 0xff_ff

const headerLength = (length: number): 2 | 4 | 10 => {
  if (length < LENGTH_IN_16_BITS) return 2
  return length <= MAX_16_BITS ? 4 : 10
}

/** @returns where the next frame begins. */
const writeFrame = (into: Buffer, at: number, payload: Uint8Array): number => {
  const { length } = payload
  const start = at + headerLength(length)
  into[at] = FINAL_BINARY
  if (length < LENGTH_IN_16_BITS) into[at + 1] = length
  else if (length <= MAX_16_BITS) {
    into[at + 1] = LENGTH_IN_16_BITS
    into.writeUInt16BE(length, at + 2)
  } else {
    into[at + 1] = LENGTH_IN_64_BITS
    into.writeUInt32BE(0, at + 2)
    into.writeUInt32BE(length, at + 6)
  }
  into.set(payload, start)
  return start + length
}

/** One frame for each payload, headers and all in one piece: the network is handed one thing instead of many. */
export const serverFrames = (payloads: readonly Uint8Array[]): Buffer => {
  let size = 0
  for (const { length } of payloads) size += headerLength(length) + length
  const frames = Buffer.allocUnsafe(size)
  let at = 0
  for (const payload of payloads) at = writeFrame(frames, at, payload)
  return frames
}
