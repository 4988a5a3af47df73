import fc from 'fast-check'
import { expect, it } from 'vitest'
import { limits, type AgentId, type ConversationId, type EpochMs, type VisitorId } from '../../protocol/index.ts'
import type { Candidate } from '../../ports/router.ts'
import { createLeastLoadedRouter } from './least-loaded.ts'

const candidate = (agent: number, load: number, capacity: number, lastAssignedAt = 0): Candidate => ({
  agent: agent as AgentId,
  load,
  capacity,
  lastAssignedAt: lastAssignedAt as EpochMs,
})
const route = (...candidates: readonly Candidate[]) =>
  createLeastLoadedRouter().route({ conversation: 1 as ConversationId, visitor: 1 as VisitorId, candidates })

it('[D7.2] the smallest share of the capacity in use wins, then who has waited longest for work', () => {
  expect(route(candidate(1, 2, 4), candidate(2, 2, 8))?.agent).toBe(2)
  expect(route(candidate(1, 1, 4, 50), candidate(2, 1, 4, 20))?.agent).toBe(2)
  expect(route(candidate(2, 0, 4), candidate(1, 0, 4))?.agent).toBe(1)
})

it('[D7.2] nobody is named who is full, nor without any capacity', () => {
  expect(route(candidate(1, 4, 4), candidate(2, 9, 8), candidate(3, 0, 0))).toBeUndefined()
  expect(route()).toBeUndefined()
})

it('[D8.1] the reason names rule, score and every candidate, the full ones too, best first', () => {
  expect(route(candidate(1, 4, 4), candidate(2, 1, 4))?.reason).toEqual({
    layer: 'load',
    rule: 'least_loaded',
    candidates: [
      { agent: 2, load: 1, capacity: 4, score: 0.25 },
      { agent: 1, load: 4, capacity: 4, score: 1 },
    ],
  })
})

it('[D8.1] [D9.11] a very large office is named only as far as the bound', () => {
  const many = Array.from({ length: limits.maxReasonCandidates + 50 }, (_, index) => candidate(index + 1, index, 1_000))
  const decision = route(...many)
  expect(decision?.reason.candidates).toHaveLength(limits.maxReasonCandidates)
  expect(decision?.reason.candidates[0]?.agent).toBe(decision?.agent)
})

it('[D7.2] the answer does not depend on the order of the question', () => {
  const arbitrary = fc.uniqueArray(
    fc.record({ agent: fc.nat(50), load: fc.nat(6), capacity: fc.nat(6), lastAssignedAt: fc.nat(3) }),
    { selector: ({ agent }) => agent, maxLength: 12 },
  )
  fc.assert(
    fc.property(arbitrary, (drawn) => {
      const candidates = drawn.map(({ agent, load, capacity, lastAssignedAt }) =>
        candidate(agent, load, capacity, lastAssignedAt),
      )
      const decision = route(...candidates)
      expect(route(...candidates.toReversed())).toEqual(decision)
      const free = candidates.filter(({ load, capacity }) => load < capacity)
      const named = free.filter(({ agent }) => agent === decision?.agent)
      expect(named).toHaveLength(free.length === 0 ? 0 : 1)
    }),
  )
})
