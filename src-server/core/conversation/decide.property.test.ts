// Any commands in any order, also senseless ones: what must hold holds after each.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  NO_INTENT,
  type AgentId,
  type ConversationId,
  type Entry,
  type Epoch,
  type EpochMs,
  type GroupId,
  type VisitorId,
} from '../../protocol/index.ts'
import { emptyTables } from '../../adapters/memory/memory-tables.ts'
import { createMemoryContext } from '../../adapters/memory/memory-context.ts'
import { writeVerdict } from '../../adapters/memory/memory-write.ts'
import type { Command } from '../../ports/command.ts'
import { somebody } from '../../testing/store-contract/store-actions.ts'
import { evolve, type ConversationState } from './conversation-state.ts'
import { judge } from './judge.ts'

const AGENTS = 4
const VISITORS = 3
const MOST_PAUSE_MS = 40 * 3_600_000

/** Mostly somebody or something that exists: nonsense alone would be refused at the door. */
const mostly = (last: number) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 1, max: last }) },
    { weight: 1, arbitrary: fc.constantFrom(0, last + 5) },
  )
const agent = mostly(AGENTS).map((id) => id as AgentId)
const visitor = mostly(VISITORS).map((id) => id as VisitorId)
const conversation = mostly(3).map((id) => id as ConversationId)
/** What a visitor names: mostly nothing, which is their current one. */
const named = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0 as ConversationId) },
  { weight: 1, arbitrary: conversation },
)
const offset = fc.oneof(fc.nat(60), fc.integer(), fc.constant(Number.MAX_SAFE_INTEGER)).map((value) => value as never)
const text = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('hi', 'hello') },
  fc.string({ unit: 'binary' }),
  fc.string(),
)
const cid = fc.oneof({ weight: 9, arbitrary: fc.nat(300).map((number) => `cid-number-${number}`) }, fc.string())
const byAgent = agent.map((id) => ({ kind: 'agent', id }) as const)
const byVisitor = visitor.map((id) => ({ kind: 'visitor', id }) as const)
const bySystem = fc.constant({ kind: 'system' } as const)
const reason = fc.constant({ layer: 'load', rule: 'r', candidates: [] } as const)
const role = fc.constantFrom('owner', 'admin', 'agent')

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('send'),
      actor: byVisitor,
      conversation: named,
      cid,
      text,
      files: fc.constant([]),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('send'),
      actor: byAgent,
      conversation,
      cid,
      text,
      files: fc.constant([]),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('revise'),
      actor: fc.oneof(byAgent, byVisitor),
      conversation: named,
      cid,
      message: fc.nat(300).map((number) => `cid-number-${number}`),
      text: fc.option(text),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('assign'),
      actor: fc.oneof(byAgent, byVisitor, bySystem),
      conversation,
      agent,
      expectedOwner: agent,
      reason,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('transfer'),
      actor: fc.oneof(byAgent, bySystem),
      conversation,
      agent,
      note: text,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('queue'),
      actor: fc.oneof(byAgent, bySystem),
      conversation,
      expectedOwner: mostly(AGENTS).map((id) => id as AgentId),
      group: fc.constantFrom(0, 0, 0, 1).map((id) => id as GroupId),
      agents: fc.constant([]),
      priority: fc.nat(9),
      reason: fc.constant({ layer: 'tag', rule: 'r', intent: NO_INTENT, confidence: 1, tookMicros: 1 } as const),
      note: text,
      front: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('note'), actor: byAgent, conversation, cid, text }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('close'),
      actor: fc.oneof(byAgent, bySystem),
      conversation,
      reason: fc.constantFrom('resolved', 'spam'),
    }),
  },
  fc.record({ type: fc.constant('status'), agent, status: fc.constantFrom('online', 'busy', 'away') }),
  fc.record({
    type: fc.constant('setting'),
    actor: fc.oneof(byAgent, byVisitor, bySystem),
    key: fc.constantFrom('a.b', 'Bad', ''),
    value: fc.anything(),
  }),
  fc.record({
    type: fc.constant('create-agent'),
    actor: fc.oneof(byAgent, bySystem),
    name: text,
    login: text,
    passwordHash: text,
    role,
    capacity: fc.integer({ min: -1, max: 9 }),
    first: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('change-agent'),
    actor: fc.oneof(byAgent, byVisitor, bySystem),
    agent,
    change: fc.record(
      { name: text, role, capacity: fc.nat(9), active: fc.constantFrom(true, true, false), passwordHash: text },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    type: fc.constant('receipt'),
    reader: fc.record({ kind: fc.constantFrom('visitor', 'agent', 'bot', 'system'), id: mostly(AGENTS) }),
    visitor,
    conversation,
    delivered: offset,
    read: offset,
  }),
)

const withPeople = () => {
  const tables = emptyTables('epoch' as Epoch)
  for (let id = 1 as VisitorId; id <= VISITORS; id = (id + 1) as VisitorId) tables.visitors.set(id, { ...somebody, id })
  const context = createMemoryContext(tables)
  const run = (one: Command, now: number) => {
    const judged = judge(context, one, now as EpochMs)
    if (judged.ok) writeVerdict(tables, judged.value)
    return judged
  }
  for (let id = 1; id <= AGENTS; id += 1) {
    const ownRole = id === 1 ? 'owner' : 'agent'
    const actor = { kind: 'system' } as const
    const names = { name: `Agent ${id}`, login: `agent-${id}`, passwordHash: '' }
    run({ type: 'create-agent', actor, ...names, role: ownRole, capacity: 8, first: id === 1 }, id)
  }
  return { tables, run }
}

const refold = (entries: readonly Entry[]): ReadonlyMap<ConversationId, ConversationState> => {
  const states = new Map<ConversationId, ConversationState>()
  for (const entry of entries) {
    if (entry.conversation === 0) continue
    const before = states.get(entry.conversation)
    expect(entry.seq).toBe((before?.lastSeq ?? 0) + 1)
    states.set(entry.conversation, evolve(before, entry))
  }
  return states
}

it('[D2] [D3] [D6] [D7] any commands in any order: decide never throws and the journal stays whole', () => {
  const accepts = new Map<string, number>()
  fc.assert(
    fc.property(
      fc.array(fc.tuple(command, fc.nat(MOST_PAUSE_MS)), { minLength: 20, maxLength: 120, size: 'max' }),
      (commands) => {
        const { tables, run } = withPeople()
        let now = 1_000
        for (const [one, later] of commands) {
          now += later
          const marks = new Map(tables.receipts)
          const accepted = run(one, now)
          if (accepted.ok) accepts.set(one.type, (accepts.get(one.type) ?? 0) + 1)
          if (accepted.ok && one.type === 'send') {
            // The same again, whatever happened before it, is the first result.
            const again = run(one, now)
            const { duplicate: _, ...first } = accepted.value.outcome
            expect(again).toMatchObject({ ok: true, value: { outcome: { ...first, duplicate: true }, entries: [] } })
          }
          for (const [key, { mark }] of marks) {
            const after = tables.receipts.get(key)?.mark
            expect(after?.read).toBeGreaterThanOrEqual(mark.read)
            expect(after?.delivered).toBeGreaterThanOrEqual(mark.delivered)
          }
        }
        const entries = tables.entries.map(({ entry }) => entry)
        expect(entries.map((entry) => entry.offset)).toEqual(entries.map((_, index) => index + 1))
        expect(refold(entries)).toEqual(tables.conversations)
        for (const state of tables.conversations.values()) {
          const owner = tables.agents.get(state.owner)
          if (state.status === 'open' && state.owner !== 0) expect(owner?.active).toBe(true)
        }
        const open = [...tables.conversations.values()].filter((state) => state.status === 'open')
        expect(new Set(open.map((state) => state.visitor)).size).toBe(open.length)
        expect([...tables.agents.values()].some((one) => one.active && one.role === 'owner')).toBe(true)
      },
    ),
    { numRuns: 150 },
  )
  // A run that exercised nothing proves nothing.
  const types = [
    'send',
    'assign',
    'transfer',
    'queue',
    'note',
    'close',
    'status',
    'setting',
    'create-agent',
    'change-agent',
    'receipt',
  ]
  for (const type of types) expect(accepts.get(type), type).toBeGreaterThan(10)
})
