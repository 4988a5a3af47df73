// Bytes of a desk's traffic against the same frames as JSON text with UUIDs, in a run of its own: to weigh a frame it must be decoded.
import type { Crowd } from './crowd.ts'
import { clientFrameAsText, serverFrameAsText } from './json-twin.ts'
import { readLoopbackBytes } from './loopback.ts'
import type { Traffic } from './traffic.ts'

export type ByteStudy = {
  /** A message with all that goes with it: signs, receipts, heartbeats, reconnects, history. */
  readonly payloadBytes: number
  readonly payloadAsTextBytes: number
  /** With the headers of TCP and IP, which text would need just as many of. */
  readonly wireBytes: number
  readonly wireAsTextBytes: number
}

export const studyBytes = async (
  crowd: Crowd,
  traffic: Traffic,
  rate: number,
  durationMs: number,
): Promise<ByteStudy> => {
  const weighed = { payload: 0, text: 0 }
  crowd.listenIn((from, payload) => {
    weighed.payload += payload.length
    weighed.text += from === 'client' ? clientFrameAsText(payload) : serverFrameAsText(payload)
  })
  const wireBefore = readLoopbackBytes()
  const { sent } = await traffic.run(rate, durationMs)
  const wire = readLoopbackBytes() - wireBefore
  crowd.listenIn(undefined)
  return {
    payloadBytes: weighed.payload / sent,
    payloadAsTextBytes: weighed.text / sent,
    wireBytes: wire / sent,
    wireAsTextBytes: (wire - weighed.payload + weighed.text) / sent,
  }
}
