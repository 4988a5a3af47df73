import { describe, expect, it } from 'vitest'
import {
  limits,
  NO_AGENT,
  NO_INTENT,
  type AgentId,
  type AssignmentReason,
  type EntryDraft,
  type GroupId,
  type IntentId,
  type VisitorId,
} from '../../protocol/index.ts'
import type { CommittedEntry } from '../../ports/journal.ts'
import { createEntryMaker, someVisitor } from '../../testing/entry-maker.ts'
import { explainDecisions } from './explain-decisions.ts'
import { foldSettings, initialSettings } from './routing-settings.ts'

const [li, mei, tom, amy] = [1, 2, 3, 4] as AgentId[] as [AgentId, AgentId, AgentId, AgentId]
const system = { kind: 'system', id: 0 } as const

const settings = foldSettings(initialSettings, [
  { key: 'routing.group.3', value: { id: 3, name: 'Returns desk', members: [1, 2] } },
  { key: 'routing.tag.1', value: { id: 1, pattern: 'VIP', group: 3 } },
  { key: 'routing.intent.5', value: { id: 5, name: 'Refund', examples: ['a', 'b', 'c'], group: 3 } },
])

type Step = readonly [draft: EntryDraft, owner?: AgentId, previous?: AgentId]
const life = (...steps: readonly Step[]): readonly CommittedEntry[] => {
  const maker = createEntryMaker()
  return steps.map(([draft, owner = NO_AGENT, previousOwner = owner]) => ({
    entry: maker.make(7, draft),
    visitor: 9 as VisitorId,
    owner,
    previousOwner,
  }))
}

const opened: Step = [{ author: system, kind: 'conversation.opened', body: { visitor: someVisitor(9) } }]
const queued = (rule: string, layer: 'tag' | 'intent', extra: { group?: number; agents?: AgentId[] } = {}): Step => [
  {
    author: system,
    kind: 'conversation.queued',
    body: {
      group: (extra.group ?? 3) as GroupId,
      groupName: 'Returns',
      agents: extra.agents ?? [],
      priority: 0,
      reason: {
        layer,
        rule,
        intent: (layer === 'intent' ? 5 : NO_INTENT) as IntentId,
        confidence: 0.9,
        tookMicros: 40,
      },
      note: '',
      front: false,
    },
  },
]
const row = (
  agent: AgentId,
  load: number,
  score: number,
  extra: object = {},
): AssignmentReason['candidates'][number] => ({
  agent,
  load,
  capacity: 5,
  score,
  weight: 1,
  ...extra,
})
const assigned = (agent: AgentId, reason: AssignmentReason | null, previous: AgentId = NO_AGENT): Step => [
  { author: system, kind: 'conversation.assigned', body: { agent, agentName: `agent ${agent}`, previous, reason } },
  agent,
  previous,
]
const reasonOf = (rule: string, ...candidates: AssignmentReason['candidates']): AssignmentReason => ({
  layer: 'tag',
  rule,
  candidates,
  group: 3 as GroupId,
  intent: NO_INTENT,
  confidence: 0,
  tookMicros: 12,
})
const whys = (reason: AssignmentReason, ...before: Step[]) => {
  const told = explainDecisions(life(opened, ...before, assigned(reason.candidates[0]?.agent ?? li, reason)), settings)
  const last = told.at(-1)
  return [...(last?.candidates ?? []).map(({ agent, why }) => [agent, why]), last?.others]
}

describe('explainDecisions', () => {
  it('[D8.5] tells a life in its order, with the names that things have now and what is gone', () => {
    const entries = life(
      opened,
      queued('vip', 'tag'),
      assigned(li, reasonOf('least_share', row(li, 0, 0))),
      [
        {
          author: { kind: 'agent', id: li },
          kind: 'conversation.transferred',
          body: { from: li, to: mei, toName: 'Mei', note: 'yours' },
        },
        mei,
        li,
      ],
      [{ author: system, kind: 'message.sent', body: { cid: 'c' as never, text: 'x', files: [] } }, mei],
      [{ ...queued('Money', 'intent', { group: 8 })[0], author: { kind: 'agent', id: mei } }, NO_AGENT, mei],
    )
    expect(explainDecisions(entries, settings)).toMatchObject([
      {
        kind: 'queued',
        layer: 'tag',
        tag: { pattern: 'vip', isGone: false },
        group: { id: 3, name: 'Returns desk', before: 'Returns' },
        tookMicros: 40,
        others: null,
      },
      { kind: 'assigned', agent: li, agentName: 'agent 1', rule: 'least_share', tookMicros: 12, others: 'not_member' },
      {
        kind: 'transferred',
        agent: mei,
        previous: li,
        by: { kind: 'agent', id: li },
        note: 'yours',
        others: 'by_hand',
      },
      {
        kind: 'released',
        agent: NO_AGENT,
        previous: mei,
        group: { id: 8, name: null, before: 'Returns' },
        intent: { id: 5, name: 'Refund', before: 'Money' },
        confidence: 0.9,
      },
    ])
    const nothing = explainDecisions(entries, initialSettings)
    expect(nothing[0]).toMatchObject({ tag: { isGone: true }, group: { name: null, before: 'Returns' } })
    expect(nothing.at(-1)?.intent).toEqual({ id: 5, name: null, before: 'Money' })
  })

  it('[D8.5] says of everybody why not: what was noted, else what the figures tell', () => {
    const noted = reasonOf(
      'least_share',
      row(li, 1, 0.2),
      row(mei, 5, 1, { no: 'full' }),
      row(tom, 0, 0, { no: 'declined' }),
    )
    expect(whys(noted)).toEqual([[li, 'chosen'], [mei, 'full'], [tom, 'declined'], 'not_member'])
    const compared = reasonOf(
      'two_choices',
      row(li, 2, 0.5, { weight: 1.2 }),
      row(mei, 2, 1.5, { weight: 0.4 }),
      row(tom, 4, 0.9, { weight: 1.1 }),
      row(amy, 2, 0.5, { weight: 1.2 }),
    )
    expect(whys(compared).slice(0, 4)).toEqual([
      [li, 'chosen'],
      [mei, 'slower'],
      [tom, 'more_load'],
      [amy, 'shorter_idle'],
    ])
    const turn = reasonOf('fair_turn', row(li, 4, 0.9), row(mei, 0, 0.2))
    expect(whys(turn)[1]).toEqual([mei, 'shorter_idle'])
    const known = reasonOf('returning', row(li, 4, 0.9), row(mei, 0, 0.2))
    expect(whys(known)[1]).toEqual([mei, 'not_known'])
  })

  it('[D8.5] says of who is no candidate: named others, not in the group, not there, not kept, decided by hand', () => {
    const one = reasonOf('least_share', row(li, 0, 0))
    expect(whys(one, queued('vip', 'tag', { agents: [li] })).at(-1)).toBe('not_named')
    expect(whys(one, queued('vip', 'tag')).at(-1)).toBe('not_member')
    expect(whys({ ...one, group: 0 as GroupId }).at(-1)).toBe('not_there')
    // It overflowed: whom its own rule named counts no more.
    expect(whys({ ...one, group: 4 as GroupId }, queued('vip', 'tag', { agents: [li] })).at(-1)).toBe('not_member')
    const many = Array.from({ length: limits.maxReasonCandidates }, (_, index) => row((index + 1) as AgentId, 0, 0))
    expect(whys(reasonOf('least_share', ...many)).at(-1)).toBe('not_noted')
    expect(whys(reasonOf('reply')).at(-1)).toBe('by_hand')
  })

  it('[D8.5] reads what older versions stored, and what has no reason at all', () => {
    const old: AssignmentReason = {
      layer: 'load',
      rule: 'least-loaded',
      candidates: [
        { agent: li, load: 0, capacity: 5, score: 0 },
        { agent: mei, load: 2, capacity: 5, score: 0.4 },
      ],
    }
    const told = explainDecisions(
      life(assigned(li, old), assigned(mei, null, li), assigned(NO_AGENT, null, mei)),
      settings,
    )
    expect(told.map(({ kind, others }) => [kind, others])).toEqual([
      ['assigned', 'not_there'],
      ['assigned', 'by_hand'],
      ['released', null],
    ])
    expect(told[0]).toMatchObject({ group: null, intent: null, tookMicros: null })
    expect(told[0]?.candidates.map(({ why, weight }) => [why, weight])).toEqual([
      ['chosen', null],
      ['more_load', null],
    ])
  })
})
