// Bytes of one connection to frames, in order, although inflating a packed frame takes a while. Knows no socket.
import { decodeServerFrame, limits, type ServerFrame } from '#protocol'

export type FrameReader = {
  read(bytes: Uint8Array): void
  /** Nothing is handed on after this. */
  stop(): void
}

type Inflate = (deflated: Uint8Array, maxBytes: number) => Promise<Uint8Array | undefined>
type Handlers = { frame(frame: ServerFrame): void; broken(): void }

export const createFrameReader = (inflate: Inflate, handlers: Handlers): FrameReader => {
  /** Frames that came while an earlier one is being inflated. */
  let waiting: Uint8Array[] = []
  let inflating = false
  let stopped = false

  const stop = (): void => {
    stopped = true
    waiting = []
  }
  const broken = (): void => {
    if (stopped) return
    stop()
    handlers.broken()
  }

  /** What a newer server says beyond this client's words is not for it. */
  const handOn = (frame: ServerFrame | { readonly type: 'unknown' }): void => {
    if (frame.type !== 'unknown') handlers.frame(frame)
  }

  const readInflated = (bytes: Uint8Array | undefined): void => {
    if (stopped) return
    const frame = bytes && decodeServerFrame(bytes)
    if (!frame?.ok || frame.value.type === 'packed') return broken()
    inflating = false
    handOn(frame.value)
    const next = waiting
    waiting = []
    for (const item of next) read(item)
  }

  const read = (bytes: Uint8Array): void => {
    if (stopped) return
    if (inflating) {
      waiting.push(bytes)
      return
    }
    const frame = decodeServerFrame(bytes)
    if (!frame.ok) return broken()
    if (frame.value.type !== 'packed') return handOn(frame.value)
    inflating = true
    inflate(frame.value.deflated, limits.maxUnpackedFrameBytes).then(readInflated, broken)
  }

  return { read, stop }
}
