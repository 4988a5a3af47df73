import { expect, it } from 'vitest'
import { stepHolds } from '../../../core/doctor/load-ladder.ts'
import type { ClientFrame, ConversationId, Offset } from '../../../protocol/index.ts'
import type { CrowdListener, LoadCrowd, Side } from './load-crowd.ts'
import { measureStep } from './measure-step.ts'

const VISITORS = 2_000

/** A server in no time: whatever is said is heard on both sides at once, as `pass` lets it through. */
const fakeCrowd = (pass: (sent: number, deliver: () => void) => void) => {
  let listener: CrowdListener | undefined
  const frames: { readonly index: number; readonly side: Side; readonly frame: ClientFrame }[] = []
  let lost = 0
  const crowd: LoadCrowd = {
    resize: () => Promise.resolve(true),
    say(index, side, make) {
      const frame = make(index as ConversationId)
      frames.push({ index, side, frame })
      if (frame.type !== 'send') return
      const deliver = (): void => {
        for (const at of ['visitor', 'agent'] as const) listener?.({ cid: frame.cid, at, offset: 1 as Offset })
      }
      pass(frames.filter((one) => one.frame.type === 'send').length, deliver)
    },
    listen: (one) => {
      listener = one
    },
    lost: () => lost,
    close: () => undefined,
  }
  return { crowd, frames, lose: () => void (lost += 1) }
}

const measure = (crowd: LoadCrowd) =>
  measureStep({
    crowd,
    visitors: VISITORS,
    stepNumber: 0,
    signal: new AbortController().signal,
    times: { warmUpMs: 30, stepMs: 300, settleMs: 60 },
  })

it('[D9.24] writes as often as it says, and each message counts once, for the other side', async () => {
  const { crowd, frames } = fakeCrowd((_, deliver) => {
    deliver()
    deliver()
  })
  const step = await measure(crowd)
  expect(step).toMatchObject({ visitors: VISITORS, missing: 0, lost: 0 })
  // 2,000 visitors who write every 10 s and are answered every ninth time.
  expect(step.messagesPerSecond).toBeCloseTo(222.2, 1)
  const sent = frames.filter(({ frame }) => frame.type === 'send')
  expect(sent).toHaveLength(Math.round(222.2 * 0.03) + Math.round(222.2 * 0.3))
  expect(sent.filter(({ side }) => side === 'agent').length / sent.length).toBeCloseTo(0.1, 1)
  expect(new Set(sent.map(({ index }) => index)).size).toBeGreaterThan(60)
  expect(frames.filter(({ frame }) => frame.type === 'receipt').length).toBeGreaterThan(5)
})

it('[D9.24] a message that never arrives is missing, and the step does not hold', async () => {
  const { crowd } = fakeCrowd((sent, deliver) => {
    if (sent !== 40) deliver()
  })
  const step = await measure(crowd)
  expect([step.missing, stepHolds(step)]).toEqual([1, false])
})

it('[D9.24] what comes late counts from the time at which it should have been sent', async () => {
  const held: (() => void)[] = []
  // A server that stops for a while in the middle and then has everything at once.
  const { crowd } = fakeCrowd((sent, deliver) => {
    if (sent < 20 || sent > 60) for (const one of [...held.splice(0), deliver]) one()
    else held.push(deliver)
  })
  const step = await measure(crowd)
  expect(step.missing).toBe(0)
  // 40 messages at 4.5 ms: the first of them waited for 180.
  expect(step.p99Ms).toBeGreaterThan(150)
  expect(step.p50Ms).toBeLessThan(step.p99Ms)
})

it('[D9.24] a connection that was lost meanwhile is told', async () => {
  const { crowd, lose } = fakeCrowd((sent, deliver) => {
    if (sent === 30) lose()
    deliver()
  })
  expect((await measure(crowd)).lost).toBe(1)
})
