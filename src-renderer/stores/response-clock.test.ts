import { describe, expect, it } from 'vitest'
import type { GroupId } from '#protocol'
import type { ResponseTargets } from '#protocol/targets-schemas.ts'
import { sampleSummary, sampleView } from '../dev/sample.ts'
import { clockLevel, responseClock } from './response-clock.ts'

const targets: ResponseTargets = {
  everyone: { firstMs: 120_000, nextMs: 300_000 },
  groups: [{ group: 3 as GroupId, firstMs: 60_000, nextMs: 0 }],
}
const placed = { group: 3 as GroupId, priority: 0 }
const clock = (fields: Parameters<typeof sampleSummary>[0], more: Parameters<typeof sampleView>[1] = {}) =>
  responseClock(sampleView(sampleSummary({ waitingSince: 1000, ...fields }), more), targets)

describe('response clock', () => {
  it('[look] the first answer and the next have targets of their own, a group may have its own', () => {
    expect(clock({})).toEqual({ isFirst: true, targetMs: 120_000, dueAt: 121_000 })
    expect(clock({ answered: true })).toEqual({ isFirst: false, targetMs: 300_000, dueAt: 301_000 })
    expect(clock({ placed })).toEqual({ isFirst: true, targetMs: 60_000, dueAt: 61_000 })
    expect(clock({ placed: { ...placed, group: 9 as GroupId } })?.targetMs).toBe(120_000)
  })

  it('[look] nothing runs while nobody waits, where nothing is promised, and for messages left', () => {
    expect(clock({ waitingSince: 0 })).toBeUndefined()
    expect(clock({ status: 'closed' })).toBeUndefined()
    expect(clock({ placed, answered: true })).toBeUndefined()
    expect(clock({}, { place: { state: 'closed', position: 0, waitMs: 0, opensAt: 0 as never } })).toBeUndefined()
    expect(clock({}, { place: { state: 'waiting', position: 1, waitMs: 0, opensAt: 0 as never } })).toBeDefined()
  })

  it('[look] it is near from half of the time on, and past when none is left', () => {
    const running = { isFirst: true, targetMs: 60_000, dueAt: 100_000 }
    expect([40_001, 69_999, 70_000, 99_999, 100_000, 900_000].map((now) => clockLevel(running, now))).toEqual([
      'calm',
      'calm',
      'near',
      'near',
      'past',
      'past',
    ])
  })
})
