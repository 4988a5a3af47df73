import { Compile } from 'typebox/schema'
import { expect, it } from 'vitest'
import { everyone, defaultGeneral, defaultSkills, limits } from './index.ts'
import { AgentSkills, General, Group, Intent, TagRule } from './routing-schemas.ts'

const [group, rule, intent] = [Compile(Group), Compile(TagRule), Compile(Intent)]

it('what holds unsaid is a value of its schema', () => {
  expect(group.Check(everyone)).toBe(true)
  expect(Compile(AgentSkills).Check(defaultSkills)).toBe(true)
  expect(Compile(General).Check(defaultGeneral)).toBe(true)
})

it('[D9.18] bounds every field, and knows no other', () => {
  const named = { ...everyone, id: 1, name: 'Returns' }
  const refused: readonly object[] = [
    { name: 'x'.repeat(limits.maxNameLength + 1) },
    { members: [1, 1] },
    { members: Array.from({ length: limits.maxAgents + 1 }, (_, index) => index + 1) },
    { offerMs: limits.minOfferMs - 1 },
    { replyWithinMs: 1 },
    { overflow: { afterMs: -1, to: 0 } },
    { overflow: { afterMs: 0 } },
    { maxQueue: limits.maxQueueLength + 1 },
    { hours: { timeZone: 'UTC', week: [], exceptions: [] } },
    { hours: { timeZone: 'UTC', week: [[], [], [], [], [], [], [{ from: 0, to: 1441 }]], exceptions: [] } },
    { autoClose: { warnAfterMs: 1, closeAfterMs: 1 } },
    { offerMS: 5_000 },
  ]
  expect(group.Check(named)).toBe(true)
  for (const wrong of refused) expect(group.Check({ ...named, ...wrong }), JSON.stringify(wrong)).toBe(false)
  expect(rule.Check({ id: 1, pattern: 'vip', group: 0, agents: [], priority: 9 })).toBe(true)
  expect(rule.Check({ id: 1, pattern: 'vip', group: 0, agents: [], priority: 10 })).toBe(false)
  expect(intent.Check({ id: 1, name: 'Refund', examples: ['x'.repeat(501)], group: 0 })).toBe(false)
})
