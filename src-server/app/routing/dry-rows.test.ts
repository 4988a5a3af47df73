import { expect, it } from 'vitest'
import type { AgentId, EpochMs, GroupId, QueuePlace } from '../../protocol/index.ts'
import { claimOn, type Claim } from '../../core/queue/care-state.ts'
import { createDryRows } from './dry-rows.ts'

const [one, two] = [1, 2] as GroupId[] as [GroupId, GroupId]
const mei = 3 as AgentId
const claim = (change: Partial<Claim> = {}): Claim => ({ ...claimOn(one, 0, 0 as EpochMs), ...change })
const plain = { place: null }
const named: { place: QueuePlace } = { place: { group: one, agents: [mei], priority: 0, reason: null } }

it('[D7.17] where anybody would have done and nobody was free, nobody else of these groups is asked for', () => {
  const dry = createDryRows()
  dry.add(plain, claim())
  expect(dry.has(plain, claim({ declinedBy: [mei] }))).toBe(true)
  // Another group may answer, or a rule names somebody from outside.
  expect(dry.has(plain, claim({ groups: [one, two] }))).toBe(false)
  expect(dry.has(named, claim())).toBe(false)
  dry.add(plain, claim({ groups: [two] }))
  expect(dry.has(plain, claim({ groups: [one, two] }))).toBe(true)
})

it('[D7.17] where somebody had said no, others are still asked for', () => {
  const dry = createDryRows()
  dry.add(plain, claim({ declinedBy: [mei] }))
  dry.add(named, claim())
  expect(dry.has(plain, claim())).toBe(false)
  expect(dry.has(plain, claim({ passedBy: [mei] }))).toBe(false)
  expect(dry.has(plain, claim({ declinedBy: [mei] }))).toBe(true)
  expect(dry.has(named, claim())).toBe(true)
})
