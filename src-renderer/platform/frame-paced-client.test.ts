import type { Client } from '#client/client.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { createManualClock } from '../../src-server/testing/manual-clock.ts'
import { paceByFrames, type Frames } from './frame-paced-client.ts'

const FRAME_MS = 16

let clock: ReturnType<typeof createManualClock>
let isSeen: boolean
let change: () => void
let heard: number
let subscriptions: number
let client: Client

beforeEach(() => {
  clock = createManualClock()
  isSeen = true
  heard = 0
  subscriptions = 0
  const frames: Frames = {
    now: () => clock.now(),
    isSeen: () => isSeen,
    after: (delayMs, task) => clock.after(delayMs, task),
    onFrame: (task) => clock.after(FRAME_MS, () => isSeen && task()),
  }
  const bare = {
    subscribe: (listener: () => void) => {
      subscriptions += 1
      change = listener
      return () => {
        subscriptions -= 1
      }
    },
    send: () => {
      change()
      return { ok: true, value: 'cid' }
    },
  } as unknown as Client
  client = paceByFrames(bare, frames)
})

describe('a client paced by frames', () => {
  it('tells the first change in front of the next frame, and what follows soon after once', () => {
    client.subscribe(() => (heard += 1))
    change()
    expect(heard).toBe(0)
    clock.advance(FRAME_MS)
    expect(heard).toBe(1)
    for (let count = 0; count < 10; count += 1) {
      change()
      clock.advance(2)
    }
    expect(heard).toBe(1)
    clock.advance(100)
    expect(heard).toBe(2)
    clock.advance(10_000)
    expect(heard).toBe(2)
  })

  it('shows what a person does in the very next frame, whatever was told just before', () => {
    client.subscribe(() => (heard += 1))
    change()
    clock.advance(FRAME_MS)
    change()
    client.send({ conversation: 0 as never, text: 'x', files: [] })
    clock.advance(FRAME_MS)
    expect(heard).toBe(2)
    clock.advance(10_000)
    expect(heard).toBe(2)
  })

  it('tells a window that nobody sees all the same, also one that went out of sight before its frame', () => {
    client.subscribe(() => (heard += 1))
    isSeen = false
    change()
    clock.advance(250)
    expect(heard).toBe(1)
    isSeen = true
    change()
    clock.advance(100)
    isSeen = false
    clock.advance(250)
    expect(heard).toBe(2)
  })

  it('listens as long as anybody does', () => {
    const one = client.subscribe(() => (heard += 1))
    const other = client.subscribe(() => (heard += 1))
    expect(subscriptions).toBe(1)
    one()
    change()
    other()
    expect([subscriptions, clock.waiting]).toEqual([0, 0])
    clock.advance(10_000)
    expect(heard).toBe(0)
  })
})
