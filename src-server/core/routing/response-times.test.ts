import { expect, it } from 'vitest'
import { limits, type AgentId, type EpochMs } from '../../protocol/index.ts'
import { createResponseTimes, type Reply } from './response-times.ts'

const NOW = 1_000_000_000 as EpochMs
const MINUTE = 60_000
const [mei, jan, ana, tom] = [1, 2, 3, 4] as AgentId[] as [AgentId, AgentId, AgentId, AgentId]
const people = [mei, jan, ana, tom].map((agent) => ({ agent }))

const times = (replies: readonly Partial<Reply>[], repeated = 20) => {
  const made = createResponseTimes()
  for (const reply of replies)
    for (let index = 0; index < repeated; index += 1)
      made.record({ agent: mei, kind: 'first', tookMs: MINUTE, load: 1, at: NOW, ...reply })
  return made
}
const both = (agent: AgentId, tookMs: number, load = 1): readonly Partial<Reply>[] => [
  { agent, tookMs, load },
  { agent, tookMs, load, kind: 'later' },
]

it('[D7.14] nobody ever replied: everybody is at the median', () => {
  expect([...times([]).speeds(people, NOW)]).toEqual([1, 1, 1, 1])
})

it('[D7.14] faster than the median is more, slower is less, a new agent is the median', () => {
  const made = times([...both(mei, MINUTE), ...both(jan, 2 * MINUTE), ...both(ana, 4 * MINUTE)], 200)
  const [fast = 0, median = 0, slow = 0, unknown = 0] = made.speeds(people, NOW)
  expect(fast).toBeCloseTo(2, 1)
  expect(median).toBeCloseTo(1, 5)
  expect(slow).toBeCloseTo(0.5, 1)
  expect(unknown).toBe(1)
})

it('[D7.14] the median is that of those asked about: a group’s own', () => {
  const made = times([...both(mei, MINUTE), ...both(jan, 2 * MINUTE), ...both(ana, 4 * MINUTE)], 200)
  expect([...made.speeds([{ agent: ana }], NOW)]).toEqual([1])
  expect(made.speeds(people.slice(1), NOW)[0]).toBeGreaterThan(1)
})

it('[D7.14] one reply says little, many say all', () => {
  const speedAfter = (count: number): number =>
    times([{ agent: mei, tookMs: MINUTE / 2 }], count).speeds([{ agent: mei }, { agent: jan }], NOW)[0] ?? 0
  expect(speedAfter(1)).toBe(1)
  const known = (count: number): number => {
    const made = times([...both(jan, MINUTE), ...both(ana, MINUTE)], 100)
    for (let index = 0; index < count; index += 1)
      for (const kind of ['first', 'later'] as const)
        made.record({ agent: mei, kind, tookMs: MINUTE / 2, load: 1, at: NOW })
    return made.speeds(people, NOW)[0] ?? 0
  }
  expect(known(1)).toBeLessThan(1.2)
  expect(known(1)).toBeGreaterThan(1)
  expect(known(100)).toBeGreaterThan(1.9)
})

it('[D7.14] what was long ago is forgotten by halves', () => {
  const made = times([...both(mei, MINUTE / 2), ...both(jan, MINUTE), ...both(ana, MINUTE)], 50)
  const after = (halfLives: number): number =>
    made.speeds(people, (NOW + halfLives * limits.replyHalfLifeMs) as EpochMs)[0] ?? 0
  expect(after(0)).toBeGreaterThan(after(3))
  expect(after(3)).toBeGreaterThan(after(6))
  expect(after(30)).toBeCloseTo(1, 5)
  // A clock set back neither forgets nor invents.
  expect(after(-5)).toBe(after(0))
})

it('[D7.14] a clock that jumps for years, either way, leaves figures that are learned again', () => {
  const years = 20_000 * limits.replyHalfLifeMs
  for (const jump of [years, -years]) {
    const made = times([...both(mei, MINUTE / 2), ...both(jan, MINUTE), ...both(ana, MINUTE)], 50)
    const there = (NOW + jump) as EpochMs
    for (const [agent, tookMs] of [
      [mei, 2 * MINUTE],
      [jan, MINUTE],
      [ana, MINUTE],
    ] as const)
      for (let index = 0; index < 100; index += 1)
        for (const kind of ['first', 'later'] as const) made.record({ agent, kind, tookMs, load: 1, at: there })
    expect(made.speeds(people, there)[0]).toBeCloseTo(0.5, 1)
    expect(made.speeds(people, NOW).every((speed) => speed >= 0.25 && speed <= 4)).toBe(true)
  }
})

it('[D7.14] newer replies weigh more', () => {
  const made = times([...both(jan, MINUTE), ...both(ana, MINUTE), ...both(mei, 4 * MINUTE)], 20)
  const later = (NOW + 2 * limits.replyHalfLifeMs) as EpochMs
  for (let index = 0; index < 20; index += 1)
    for (const kind of ['first', 'later'] as const)
      made.record({ agent: mei, kind, tookMs: MINUTE, load: 1, at: later })
  expect(made.speeds(people, NOW)[0]).toBeGreaterThan(0.7)
})

it('[D7.14] who has more at hand is not slower for it', () => {
  const corrected = 2 * MINUTE * 4 ** limits.replyLoadExponent
  const made = times([...both(mei, 2 * MINUTE, 1), ...both(jan, corrected, 4)], 50)
  const [one = 0, other = 0] = made.speeds([{ agent: mei }, { agent: jan }], NOW)
  expect(one).toBeCloseTo(other, 10)
})

it('[D7.14] no figure is trusted past the bound, and a lunch is not a slow reply', () => {
  const made = times([...both(mei, -5), ...both(jan, MINUTE), ...both(ana, 1e12), ...both(tom, MINUTE)], 10_000)
  const [fast = 0, , slow = 0] = made.speeds(people, NOW)
  expect(fast).toBeCloseTo(limits.maxSpeedRatio, 10)
  expect(slow).toBeCloseTo(1 / limits.maxSpeedRatio, 10)
  const [one, other] = [times(both(mei, 1e12)), times(both(mei, limits.longestReplyMs))]
  for (const each of [one, other]) each.record({ agent: jan, kind: 'first', tookMs: MINUTE, load: 1, at: NOW })
  expect(one.speeds([{ agent: mei }, { agent: jan }], NOW)).toEqual(other.speeds([{ agent: mei }, { agent: jan }], NOW))
})
