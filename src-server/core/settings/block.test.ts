import { expect, it } from 'vitest'
import { limits, type AgentId, type EpochMs } from '../../protocol/index.ts'
import { mayBlockWithoutLeading, readBlock, type StoredBlock } from './block.ts'

const now = 1_000_000 as EpochMs
const me = 3 as AgentId
const blockOf = (change: Partial<StoredBlock> = {}): StoredBlock => ({
  by: me,
  at: now,
  until: (now + limits.maxAgentBlockMs) as EpochMs,
  reason: '',
  network: '',
  ...change,
})
const theirs = blockOf({ by: 4 as AgentId })
const visitor = 'block.visitor.7'

it.each<[string, string, unknown, unknown, boolean]>([
  ['a visitor for 30 days', visitor, null, blockOf(), true],
  [
    'a visitor for a moment longer',
    visitor,
    null,
    blockOf({ until: (now + limits.maxAgentBlockMs + 1) as EpochMs }),
    false,
  ],
  ['a visitor for ever', visitor, null, blockOf({ until: null }), false],
  ['in somebody else’s name', visitor, null, theirs, false],
  ['an address', `block.address.${'a'.repeat(32)}`, null, blockOf({ network: '203.0.113.*' }), false],
  ['taking back one’s own', visitor, blockOf(), null, true],
  ['taking back a colleague’s', visitor, theirs, null, false],
  ['in the place of a colleague’s', visitor, theirs, blockOf(), false],
  ['in the place of a colleague’s that is over', visitor, blockOf({ by: 4 as AgentId, until: now }), blockOf(), true],
  ['another setting', 'routing.general', null, blockOf(), false],
  ['a visitor of no number', 'block.visitor.x', null, blockOf(), false],
  ['what is no block', visitor, null, { by: me, until: now }, false],
])('[D10.25] who does not lead: %s', (_what, key, before, after, isAllowed) => {
  expect(mayBlockWithoutLeading(key, before, after, me, now)).toBe(isAllowed)
})

it.each([null, 7, 'x', {}, { ...blockOf(), until: 'never' }, { ...blockOf(), reason: 1 }])(
  '[D10.23] %j is no block, and no reason to fail',
  (stored) => {
    expect(readBlock(stored)).toBeUndefined()
  },
)
