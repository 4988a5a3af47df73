import { expect, it } from 'vitest'
import { limits } from '#protocol'
import { agentOf } from './office.ts'
import { isRead, isTyped, sideOf } from './turns.ts'

it.each([
  [9_500, 500, 10_000],
  [900, 100, 2_000],
  [475, 25, 475],
])(
  'gives each of the agents about the same to do: %i visitors, %i agents, %i messages a second',
  (visitors, agents, rate) => {
    const seconds = 20
    const frames = new Float64Array(agents)
    let ofAgents = 0
    for (let number = 0; number < rate * seconds; number += 1) {
      const agent = agentOf(number % visitors, agents)
      const isAgents = sideOf(number) === 'agent'
      if (isAgents) ofAgents += 1
      const own = isAgents ? 1 + Number(isTyped(number)) : Number(isRead(number))
      frames[agent] = (frames[agent] ?? 0) + own / seconds
    }
    const mean = frames.reduce((sum, count) => sum + count, 0) / agents
    expect(ofAgents / (rate * seconds)).toBeCloseTo(0.1, 2)
    expect(Math.max(...frames)).toBeLessThan(mean * 1.25)
    expect(Math.min(...frames)).toBeGreaterThan(mean * 0.75)
    expect(Math.max(...frames)).toBeLessThan(limits.framesPerSecond / 2)
  },
)

it('announces and answers one of five, of either side alike', () => {
  const of = (is: (number: number) => boolean): number =>
    Array.from({ length: 100_000 }, (_, number) => number).filter(is).length / 100_000
  expect(of(isTyped)).toBeCloseTo(0.2, 2)
  expect(of(isRead)).toBeCloseTo(0.2, 2)
  expect(of((number) => sideOf(number) === 'agent' && isRead(number))).toBeCloseTo(0.02, 2)
})
