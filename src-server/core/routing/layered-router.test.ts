import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  EVERYONE,
  everyone,
  limits,
  type AgentId,
  type ConversationId,
  type EpochMs,
  type GroupId,
  type IntentId,
  type QueuePlace,
  type VisitorId,
} from '../../protocol/index.ts'
import type { Candidate, RoutingRequest } from '../../ports/router.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { createLayeredRouter } from './layered-router.ts'

const NOW = 1_000_000 as EpochMs
/** Not the fair turn, and the first of whatever is drawn. */
const PLAIN = 0.5

const routerWith = (values: Readonly<Record<string, unknown>> = {}, fraction: () => number = () => PLAIN) => {
  let micros = 0
  const router = createLayeredRouter({
    clock: { now: () => NOW },
    random: { fraction },
    nowMicros: () => (micros += 7),
  })
  router.load(
    [],
    Object.entries(values).map(([key, value]) => ({ key: `routing.${key}`, value })),
  )
  return router
}
const candidate = (agent: number, load = 0, capacity = 4, rest: Partial<Candidate> = {}): Candidate => ({
  agent: agent as AgentId,
  load,
  capacity,
  lastAssignedAt: 0 as EpochMs,
  ...rest,
})
const at = (group: number, layer: 'tag' | 'intent' | 'manual' = 'tag', agents: readonly number[] = []): QueuePlace => ({
  group: group as GroupId,
  agents: agents as readonly AgentId[],
  priority: 0,
  reason: { layer, rule: 'vip', intent: 0 as IntentId, confidence: 0, tookMicros: 1 },
})
const ask = (candidates: readonly Candidate[], rest: Partial<RoutingRequest> = {}): RoutingRequest => ({
  conversation: 1 as ConversationId,
  visitor: 1 as VisitorId,
  candidates,
  ...rest,
})
const group = (id: number, members: readonly number[], rest: object = {}) => {
  return { [`group.${id}`]: { ...everyone, id, name: 'g', members, ...rest } }
}
const skills = (agent: number, weight: number, ...languages: readonly string[]) => {
  return { [`agent.${agent}`]: { weight, languages } }
}

it('[D7.2] placed by a tag or an intent: the least share of capacity and weight, then who waited longest for work', () => {
  const router = routerWith({ ...group(1, [1, 2, 3]), ...skills(3, 2) })
  const who = (...candidates: readonly Candidate[]) => router.route(ask(candidates, { place: at(1) }))?.agent
  expect(who(candidate(1, 2, 4), candidate(2, 2, 8))).toBe(2)
  // Weight 2: three of eight are three of sixteen.
  expect(who(candidate(1, 2, 8), candidate(2, 2, 8), candidate(3, 3, 8))).toBe(3)
  expect(who(candidate(1, 1, 4, { lastAssignedAt: 50 as EpochMs }), candidate(2, 1, 4))).toBe(2)
  expect(who(candidate(2), candidate(1))).toBe(1)
})

it('[D7.11] only the group’s members, or whom the rule names; gone groups and agents leave nobody stranded', () => {
  const router = routerWith(group(1, [1, 2]))
  const office = [candidate(1, 3), candidate(2, 2), candidate(3)]
  const who = (place: QueuePlace, list = office) => router.route(ask(list, { place }))?.agent
  expect(who(at(1))).toBe(2)
  expect(who(at(1, 'tag', [1]))).toBe(1)
  expect(who(at(1, 'tag', [3]))).toBe(3)
  expect(who(at(1, 'tag', [77]))).toBe(2)
  expect(who(at(9))).toBe(3)
  expect(who(at(1), [candidate(3), candidate(4, 1)])).toBe(3)
  expect(who(at(1), [])).toBeUndefined()
  // Away is not gone: the group's own are waited for.
  expect(who(at(1), [candidate(1, 0, 4, { no: 'away' }), candidate(3)])).toBeUndefined()
})

it('[D7.11] who put it back, is away, full or of weight 0 is not named, and the reason says why', () => {
  const router = routerWith(skills(4, 0))
  const list = [candidate(1), candidate(2, 0, 4, { no: 'away' }), candidate(3, 4), candidate(4), candidate(5)]
  const decision = router.route(ask(list, { declinedBy: 1 as AgentId }))
  expect(decision?.agent).toBe(5)
  const whyNot = decision?.reason.candidates.map(({ agent, no }) => [agent, no])
  expect(new Map(whyNot as [number, string][])).toEqual(
    new Map([
      [5, undefined],
      [1, 'declined'],
      [2, 'away'],
      [3, 'full'],
      [4, 'weight'],
    ]),
  )
})

it('[D7.11] who speaks the visitor’s language comes first; with none of them free, anybody', () => {
  const router = routerWith({ ...group(1, [1, 2, 3]), ...skills(1, 1, 'en'), ...skills(2, 1, 'zh', 'en') })
  const decide = (language: string, place: QueuePlace | null, ...list: readonly Candidate[]) =>
    router.route(ask(list, { place, language }))
  for (const place of [at(1), null]) {
    expect(decide('zh-Hans-CN', place, candidate(1), candidate(2, 3))?.agent).toBe(2)
    expect(decide('zh', place, candidate(1), candidate(2, 3))?.reason.candidates[1]).toMatchObject({
      agent: 1,
      no: 'language',
    })
    expect(decide('zh', place, candidate(1), candidate(2, 4))?.agent).toBe(1)
    expect(decide('ja', place, candidate(2, 3), candidate(3))?.agent).toBe(3)
  }
  expect(decide('', at(1), candidate(1), candidate(2, 3))?.agent).toBe(1)
})

it('[D7.15] back to whom the visitor knows, if the group wants it, it is not long ago, and they are free', () => {
  const lastHelp = { agent: 1 as AgentId, at: NOW }
  const list = [candidate(1, 3), candidate(2)]
  const returning = routerWith({ ...group(1, [1, 2], { returning: true }), general: { returningWithinMs: 100 } })
  const back = returning.route(ask(list, { place: at(1), lastHelp }))
  expect([back?.agent, back?.reason.rule, back?.reason.layer]).toEqual([1, 'returning', 'tag'])
  const elsewhere = (change: Partial<RoutingRequest>) =>
    returning.route(ask(list, { place: at(1), lastHelp, ...change }))?.agent
  expect(elsewhere({ lastHelp: { ...lastHelp, at: (NOW - 101) as EpochMs } })).toBe(2)
  expect(elsewhere({ candidates: [candidate(1, 4), candidate(2)] })).toBe(2)
  expect(elsewhere({ candidates: [candidate(1, 0, 4, { no: 'away' }), candidate(2)] })).toBe(2)
  expect(elsewhere({ declinedBy: lastHelp.agent })).toBe(2)
  expect(elsewhere({ lastHelp: { agent: 3 as AgentId, at: NOW }, candidates: [candidate(2, 3), candidate(3)] })).toBe(2)
  expect(routerWith(group(1, [1, 2])).route(ask(list, { place: at(1), lastHelp }))?.agent).toBe(2)
})

it('[D8.1] the reason says where it waited, by which rule it went, who else there was, and what it cost to find out', () => {
  const router = routerWith(group(1, [1, 2]))
  const understood = { layer: 'intent', rule: 'refund', intent: 5 as IntentId, confidence: 0.8, tookMicros: 1 } as const
  const place = { ...at(1, 'intent'), reason: understood }
  expect(router.route(ask([candidate(1, 1), candidate(2, 4)], { place }))?.reason).toEqual({
    layer: 'intent',
    rule: 'least_share',
    candidates: [
      { agent: 1, load: 1, capacity: 4, score: 0.25, weight: 1 },
      { agent: 2, load: 4, capacity: 4, score: 1, weight: 1, no: 'full' },
    ],
    group: 1,
    intent: 5,
    confidence: 0.8,
    tookMicros: 7,
  })
  expect(router.route(ask([candidate(1)], { place: at(1, 'manual') }))?.reason).toMatchObject({ layer: 'load' })
})

it('[D8.1] the last layer names whom the draw compared', () => {
  const list = [candidate(1), candidate(2), candidate(3), candidate(4, 3)]
  const reason = routerWith().route(ask(list))?.reason
  expect(reason).toMatchObject({ layer: 'weight', rule: 'two_choices', group: EVERYONE })
  expect(reason?.candidates.filter(({ no }) => no === 'not_drawn')).toHaveLength(2)
  const fair = routerWith({}, () => 0).route(ask(list))
  expect(fair?.reason.rule).toBe('fair_turn')
  expect(fair?.reason.candidates.filter(({ no }) => no)).toEqual([])
})

it('[D8.1] a very large office is named only as far as the bound, the chosen one always', () => {
  const many = Array.from({ length: limits.maxReasonCandidates + 50 }, (_, index) => candidate(index + 1, index, 1_000))
  const decision = routerWith({}, createSeededRandom(4).fraction).route(ask(many))
  expect(decision?.reason.candidates).toHaveLength(limits.maxReasonCandidates)
  expect(decision?.reason.candidates[0]?.agent).toBe(decision?.agent)
})

const arbitraryOffice = fc.uniqueArray(
  fc.record({
    agent: fc.integer({ min: 1, max: 30 }),
    load: fc.nat(6),
    capacity: fc.nat(6),
    lastAssignedAt: fc.nat(3),
    no: fc.constantFrom(undefined, undefined, undefined, 'away', 'busy', 'offline'),
    weight: fc.constantFrom(0, 0.5, 1, 1, 3),
    languages: fc.subarray(['en', 'zh', 'ja']),
  }),
  { selector: ({ agent }) => agent, maxLength: 12 },
)
const arbitraryQuestion = fc.record({
  group: fc.constantFrom(0, 1, 1, 2, 9),
  named: fc.subarray([3, 5, 8, 40]),
  layer: fc.constantFrom('tag', 'intent', 'weight', 'manual'),
  isPlaced: fc.boolean(),
  language: fc.constantFrom('', 'zh-CN', 'en', 'ko'),
  lastAgent: fc.integer({ min: 0, max: 30 }),
  declinedBy: fc.integer({ min: 0, max: 30 }),
  fraction: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
})

it('[D7.11] never anybody full, away, of weight 0 or not meant; somebody whenever there is one; the order is no matter', () => {
  fc.assert(
    fc.property(arbitraryOffice, arbitraryQuestion, (drawn, question) => {
      const members = [1, 2, 3, 4, 5, 6]
      const values: Record<string, unknown> = { ...group(1, members, { returning: true }), ...group(2, []) }
      for (const { agent, weight, languages } of drawn) Object.assign(values, skills(agent, weight, ...languages))
      const list = drawn.map(({ agent, load, capacity, lastAssignedAt, no }) =>
        candidate(agent, load, capacity, { lastAssignedAt: lastAssignedAt as EpochMs, ...(no ? { no } : {}) }),
      )
      const { isPlaced, layer, named } = question
      const place: QueuePlace = {
        group: question.group as GroupId,
        agents: named as readonly number[] as readonly AgentId[],
        priority: 0,
        reason: { layer, rule: '', intent: 0 as IntentId, confidence: 0, tookMicros: 1 },
      }
      const rest: Partial<RoutingRequest> = {
        place: isPlaced ? place : null,
        language: question.language,
        declinedBy: question.declinedBy as AgentId,
        lastHelp: { agent: question.lastAgent as AgentId, at: NOW },
      }
      const router = routerWith(values, () => question.fraction)
      const decision = router.route(ask(list, rest))

      const present = new Set(drawn.map(({ agent }) => agent))
      const first = (...lists: readonly (readonly number[])[]) => lists.find((ids) => ids.some((id) => present.has(id)))
      const meant = isPlaced ? first(named, question.group === 1 ? members : [], [...present]) : [...present]
      const able = drawn.filter(
        ({ agent, load, capacity, no, weight }) =>
          load < capacity && !no && weight > 0 && agent !== question.declinedBy && meant?.includes(agent),
      )
      expect(able.some(({ agent }) => agent === decision?.agent)).toBe(able.length > 0)
      const same = router.route(ask(list.toReversed(), rest))
      expect(same).toEqual(decision)
      const unexplained = decision?.reason.candidates.filter(({ no }) => !no).map(({ agent }) => agent) ?? []
      for (const agent of unexplained) expect(able.map((one) => one.agent)).toContain(agent)
    }),
  )
})

it('[D7.13] the fast get more, nobody gets everything, the slowest gets a fair floor', () => {
  const agents = [1, 2, 3, 4, 5] as AgentId[]
  const random = createSeededRandom(11)
  const router = routerWith({}, random.fraction)
  teach(router, agents, [0.2, 0.5, 1, 2, 5])
  const got = new Map<number, number>()
  const last = new Map<number, number>()
  const DECISIONS = 5_000
  for (let index = 1; index <= DECISIONS; index += 1) {
    const list = agents.map((agent) => candidate(agent, 0, 4, { lastAssignedAt: (last.get(agent) ?? 0) as EpochMs }))
    const agent = router.route(ask(list))?.agent ?? 0
    got.set(agent, (got.get(agent) ?? 0) + 1)
    last.set(agent, index)
  }
  const shares = agents.map((agent) => (got.get(agent) ?? 0) / DECISIONS)
  expect(shares[0]).toBeGreaterThan(2 / agents.length)
  expect(shares[0]).toBeLessThan(0.8)
  const floor = 1 / (limits.fairTurnEvery * agents.length)
  for (const share of shares) expect(share).toBeGreaterThan(0.9 * floor)
  expect(shares.toSorted((a, b) => b - a).slice(0, 2)).toEqual(shares.slice(0, 2))
})

/** Each agent replies `minutes` after each question, often enough to be believed. */
const teach = (router: ReturnType<typeof routerWith>, agents: readonly AgentId[], minutes: readonly number[]): void => {
  const body = { cid: 'c0ffee00' as never, text: '', files: [] }
  agents.forEach((agent, index) => {
    let time = 1
    const hear = (author: 'visitor' | 'agent') => {
      const entry = { offset: 1 as never, at: time as EpochMs, conversation: agent as never, seq: 1 as never }
      router.apply({
        entry: { ...entry, author: { kind: author, id: author === 'agent' ? agent : 0 }, kind: 'message.sent', body },
        visitor: 1 as VisitorId,
        owner: agent,
        previousOwner: agent,
      })
    }
    for (let round = 0; round < 200; round += 1) {
      hear('visitor')
      time += (minutes[index] ?? 1) * 60_000
      hear('agent')
      time += 1
    }
  })
}
