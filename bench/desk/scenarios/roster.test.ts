import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { limits } from '#protocol'
import { createRoster } from './roster.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('who is there', () => {
  it('comes back when the server said, once, and by the client’s own rule otherwise', () => {
    const roster = createRoster(1)
    roster.live(0)
    roster.advised(0, 7_000)
    expect(roster.lost(0)).toBe(7_000)
    expect(roster.lost(0)).toBeLessThan(limits.reconnectFirstMs * 2)
  })

  it('waits longer with each loss in a row, until a stable time begins it anew', () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999)
    const roster = createRoster(1)
    roster.live(0)
    const delays = [roster.lost(0), roster.lost(0), roster.lost(0)]
    expect(delays).toEqual([499, 999, 1998])
    roster.live(0)
    vi.advanceTimersByTime(limits.stableAfterMs)
    expect(roster.lost(0)).toBe(499)
    vi.restoreAllMocks()
  })

  it('counts everybody as back who was live once since, and gives up on who was not', async () => {
    const roster = createRoster(2)
    roster.live(0)
    roster.live(1)
    roster.startOver()
    const back = roster.everybodyBack(1_000)
    roster.live(0)
    roster.lost(0)
    roster.live(0)
    expect(roster.backCount).toBe(1)
    roster.live(1)
    expect(await back).toBe(performance.now())
    roster.startOver()
    const missing = roster.everybodyBack(1_000)
    vi.advanceTimersByTime(1_000)
    await expect(missing).rejects.toThrow('2 of 2 were not back')
  })
})
