// Raw inflate with a bound, on the platform's own DecompressionStream.

/** @returns undefined when the bytes are broken or hold more than `maxBytes`. */
export const inflateRaw = async (deflated: Uint8Array, maxBytes: number): Promise<Uint8Array | undefined> => {
  // Bytes of a received frame: never a shared buffer.
  const stream = new Blob([deflated as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      length += value.byteLength
      if (length > maxBytes) {
        void reader.cancel().catch(() => undefined)
        return undefined
      }
      chunks.push(value)
    }
  } catch {
    // No deflate stream: the caller drops the connection, which is all that can be done about it.
    return undefined
  }
  const whole = new Uint8Array(length)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}
