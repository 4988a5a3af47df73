import { expect, it } from 'vitest'
import type { DayFigures } from './day-figures.ts'
import { dayPolicies, type DayPolicy } from './day-policies.ts'
import { BrokenPromise } from './day-world.ts'
import { runDay } from './run-day.ts'

const SMALL = { visitors: 2_000, agents: 24 }

/** What must have come to pass, or the days were too quiet to prove anything. */
const seen = [
  'message left: closed',
  'message left: full',
  'abandoned',
  'transfer to a group',
  'transfer to a colleague',
  'put back',
  'assignment refused',
  'offer timed_out',
  'offer declined',
  'offer unable',
  'offer over',
  'release no_reply',
  'release agent_gone',
  'warned',
  'auto-closed',
] as const

it('[D7.23] no day breaks a promise, and each had everything in it', { timeout: 20_000 }, () => {
  const days: DayFigures[] = []
  Object.values(dayPolicies).forEach((policy, index) => days.push(runDay({ seed: index + 1, ...SMALL, policy })))
  const total = (what: string): number => days.reduce((sum, { counts }) => sum + (counts.get(what) ?? 0), 0)
  expect(seen.filter((what) => total(what) === 0)).toEqual([])
  // A day that ends in order: nobody hangs between the queue and an agent.
  expect([total('at midnight: offered'), total('at midnight: going')]).toEqual([0, 0])
})

it('[D7.23] dynamic weights answer sooner than round robin on the same day, and are not less fair', () => {
  const busy = { seed: 5, visitors: 2_500, agents: 40 }
  const robin = runDay({ ...busy, policy: dayPolicies['round robin'] })
  const weights = runDay({ ...busy, policy: dayPolicies['dynamic weights'] })
  expect(weights.medianFirstResponseMs).toBeLessThan(robin.medianFirstResponseMs)
  expect(weights.fairness).toBeGreaterThan(robin.fairness)
})

it('does the same again for the same seed', () => {
  const again = () => runDay({ seed: 7, visitors: 500, agents: 10, policy: dayPolicies['dynamic weights'] })
  expect(again()).toEqual(again())
})

it('[D7.23] a router that overlooks people is found out', () => {
  const robin = dayPolicies['round robin'](() => 0)
  let asked = 0
  const lazy: DayPolicy = { ...robin, choose: (choice) => ((asked += 1) > 500 ? undefined : robin.choose(choice)) }
  expect(() => runDay({ seed: 1, ...SMALL, policy: () => lazy })).toThrow(BrokenPromise)
})
