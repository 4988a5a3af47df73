import { describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { endOfClimb, judgeLoad, nextVisitors, stepHolds, type LoadStep } from './load-ladder.ts'

const situation = { maxConnections: 10_000, besideDesk: false }
const CEILING = limits.doctorMaxVisitors

const stepAt = (visitors: number, p99Ms: number, more: Partial<LoadStep> = {}): LoadStep => ({
  visitors,
  p50Ms: p99Ms / 4,
  p99Ms,
  messagesPerSecond: visitors / 9,
  generatorDelayP99Ms: 2,
  missing: 0,
  lost: 0,
  ...more,
})

/** Climbs on a machine whose delivery is `p99Of(visitors, how often it was tried)`. */
const climb = (p99Of: (visitors: number, tries: number) => number, ceiling = CEILING, reach = Infinity) => {
  const steps: LoadStep[] = []
  for (let next = nextVisitors(steps, ceiling, reach); next !== undefined; next = nextVisitors(steps, ceiling, reach)) {
    const visitors = next
    steps.push(stepAt(visitors, p99Of(visitors, steps.filter((step) => step.visitors === visitors).length)))
    if (steps.length > 40) throw new Error('it climbs for ever')
  }
  return { steps, ...judgeLoad(steps, endOfClimb(steps, ceiling), situation) }
}

describe('[D9.24] the climb of the self-load', () => {
  it.each([60, 450, 700, 3_000, 11_000, 18_500])('finds that a machine serves %i, a little below at most', (limit) => {
    const { measured, steps } = climb((visitors) => (visitors <= limit ? 20 : 400))
    expect(measured.visitors).toBeLessThanOrEqual(limit)
    expect(limit - measured.visitors).toBeLessThanOrEqual(
      Math.max(limits.doctorLoadPrecision * limit, limits.doctorFewestVisitors) + limits.doctorFewestVisitors,
    )
    expect(measured.endedBy).toBe('latency')
    expect(steps.length).toBeLessThan(22)
  })

  it('never says more than what held', () => {
    const { measured, steps } = climb((visitors) => visitors / 50)
    expect(measured.visitors).toBe(Math.max(...steps.filter(stepHolds).map(({ visitors }) => visitors)))
  })

  it('does not let one bad breath of the machine decide', () => {
    const { measured } = climb((visitors, tries) => (visitors === 2_000 && tries === 0 ? 900 : 5))
    expect([measured.visitors, measured.endedBy]).toEqual([CEILING, 'ceiling'])
  })

  it('goes no further than the time allows, and says so', () => {
    const { measured } = climb(() => 5, CEILING, 3_100)
    expect([measured.visitors, measured.endedBy]).toEqual([3_100, 'time'])
  })

  it('a lost message or a lost connection does not hold, however quick the rest', () => {
    expect(stepHolds(stepAt(500, limits.doctorDeliveryMs))).toBe(true)
    expect(stepHolds(stepAt(500, 1, { missing: 1 }))).toBe(false)
    expect(stepHolds(stepAt(500, 1, { lost: 1 }))).toBe(false)
  })

  it('tells what ended it: the machine, the crowd’s own part of it, connections', () => {
    const ok = stepAt(500, 5)
    expect(endOfClimb([ok, stepAt(2_000, 300)], CEILING)).toBe('latency')
    expect(endOfClimb([ok, stepAt(2_000, 300, { generatorDelayP99Ms: 80 })], CEILING)).toBe('generator')
    expect(endOfClimb([ok, stepAt(2_000, 5, { lost: 3 })], CEILING)).toBe('connections')
  })

  it.each([
    [[], null, 'warning', 'not_run'],
    [[], 'connections', 'problem', 'none'],
    [[stepAt(500, 200), stepAt(500, 200)], 'latency', 'problem', 'none'],
    [[stepAt(250, 20)], 'latency', 'warning', 'few'],
    [[stepAt(500, 20)], 'latency', 'ok', 'enough'],
  ] as const)('judges %j', (steps, endedBy, state, verdict) => {
    expect(judgeLoad(steps, endedBy, situation)).toMatchObject({ state, verdict })
  })
})
