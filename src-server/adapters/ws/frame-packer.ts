// Deflates large frames off the event loop, each once however many connections get it. Small ones pass as they are.
import { promisify } from 'node:util'
import { constants, deflateRaw } from 'node:zlib'
import { createTaskGate } from '../../core/queue/task-gate.ts'
import { encodePacked, limits } from '../../protocol/index.ts'

const deflate = promisify<Uint8Array, { level: number }, Buffer>(deflateRaw)

/** A compressor takes 256 KB while it works, and the thread pool has four threads that files want too. */
const MAX_AT_ONCE = 2

export type FramePacker = {
  /** Whether the frame is worth packing at all. */
  isLarge(frame: Uint8Array): boolean
  /** The packed frame, or the frame itself when packing would not make it smaller. Never rejects. */
  pack(frame: Uint8Array): Promise<Uint8Array>
}

export const createFramePacker = (): FramePacker => {
  const gate = createTaskGate(MAX_AT_ONCE)
  const packed = new WeakMap<Uint8Array, Promise<Uint8Array>>()

  const packNow = async (frame: Uint8Array): Promise<Uint8Array> => {
    // The fastest level: measured, the best one saves a tenth more bytes for five times the time.
    const smaller = encodePacked(await gate(() => deflate(frame, { level: constants.Z_BEST_SPEED })))
    return smaller.length < frame.length ? smaller : frame
  }

  return {
    isLarge: (frame) => frame.length >= limits.packFramesFromBytes,
    pack(frame) {
      const found = packed.get(frame)
      if (found) return found
      // Deflating fails for want of memory at most; the frame is as good unpacked.
      const making = packNow(frame).catch(() => frame)
      packed.set(frame, making)
      return making
    },
  }
}
