import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EVERYONE, everyone, limits, type AgentId, type EpochMs, type GroupId } from '../../protocol/index.ts'
import type { Group } from '../../protocol/routing-schemas.ts'
import { care, mayAsk } from './care.ts'
import { claimOn, type CareEffect, type CareInput, type CareRules, type CareState } from './care-state.ts'

const mei = 3 as AgentId
const jan = 4 as AgentId
const [one, two, three] = [1, 2, 3] as GroupId[] as [GroupId, GroupId, GroupId]
const NOW = 1_750_000_000_000
const SECOND = 1_000
const MINUTE = 60 * SECOND
const GRACE_MS = 90 * SECOND

const group = (id: GroupId, change: Partial<Group> = {}): Group => ({ ...everyone, id, name: `group ${id}`, ...change })
const rulesOf = (...groups: readonly Group[]): CareRules => {
  const byId = new Map([[EVERYONE, everyone], ...groups.map((each) => [each.id, each] as const)])
  return { groupOf: (id) => byId.get(id), general: { graceMs: GRACE_MS } }
}

/** Follows one conversation; times are in seconds after NOW. */
const story = (rules: CareRules, start: CareState = { phase: 'waiting', claim: claimOn(one, 0, NOW as EpochMs) }) => {
  let state = start
  let wakeAt: EpochMs | null = null
  return {
    at(seconds: number, input: CareInput): readonly CareEffect[] {
      const step = care(state, input, (NOW + seconds * SECOND) as EpochMs, rules)
      state = step.state
      wakeAt = step.wakeAt
      return step.effects
    },
    get state() {
      return state
    },
    /** Seconds after NOW; null for never. */
    get wake() {
      return wakeAt === null ? null : (wakeAt - NOW) / SECOND
    },
    get claim() {
      if (state.phase === 'closed') throw new Error('closed')
      return state.claim
    },
  }
}

const tick: CareInput = { type: 'tick' }
const assigned = (agent: AgentId, isThere = true): CareInput => ({ type: 'assigned', agent, isThere })
const chosen = (agent: AgentId): CareInput => ({ type: 'chosen', agent })
const queue: CareEffect = { type: 'queue' }

it('[D7.19] automatic: who was chosen gets it; what the journal refuses waits on', () => {
  const life = story(rulesOf(group(one)))
  expect(life.at(0, chosen(mei))).toEqual([{ type: 'assign', agent: mei }])
  expect(life.at(1, chosen(jan))).toEqual([])
  expect(life.at(1, { type: 'refused', agent: mei })).toEqual([queue])
  expect(life.at(2, chosen(jan))).toEqual([{ type: 'assign', agent: jan }])
  life.at(3, assigned(jan))
  expect(life.state).toMatchObject({ phase: 'owned', agent: jan, owedSince: NOW + 3 * SECOND })
})

it('[D7.19] on offer: accepted, declined, or timed out and on to the next', () => {
  const life = story(rulesOf(group(one, { acceptance: 'offer', offerMs: 20 * SECOND })))
  expect(life.at(0, chosen(mei))).toEqual([{ type: 'offer', agent: mei }])
  expect(life.wake).toBe(20)
  expect(life.at(19, tick)).toEqual([])
  expect(life.at(20, tick)).toEqual([{ type: 'offerEnded', agent: mei, why: 'timed_out' }, queue])
  expect([mayAsk(life.claim, mei), mayAsk(life.claim, jan)]).toEqual(['again', 'yes'])
  life.at(20, chosen(jan))
  expect(life.at(22, { type: 'declined', agent: jan })).toEqual([
    { type: 'offerEnded', agent: jan, why: 'declined' },
    queue,
  ])
  expect([mayAsk(life.claim, mei), mayAsk(life.claim, jan)]).toEqual(['again', 'no'])
  life.at(23, chosen(mei))
  // An answer to an offer that is somebody else's by now changes nothing.
  expect(life.at(24, { type: 'accepted', agent: jan })).toEqual([])
  expect(life.at(25, { type: 'accepted', agent: mei })).toEqual([{ type: 'assign', agent: mei }])
  life.at(26, assigned(mei))
  expect([mayAsk(life.claim, mei), mayAsk(life.claim, jan)]).toEqual(['yes', 'yes'])
})

it('[D7.19] an offer ends when its agent goes away or vanishes, or when somebody takes the conversation', () => {
  const rules = rulesOf(group(one, { acceptance: 'offer' }))
  for (const is of ['away', 'gone'] as const) {
    const life = story(rules)
    life.at(0, chosen(mei))
    expect(life.at(1, { type: 'agent', agent: mei, is })).toEqual([
      { type: 'offerEnded', agent: mei, why: 'unable' },
      queue,
    ])
    expect(mayAsk(life.claim, mei)).toBe('yes')
  }
  const life = story(rules)
  life.at(0, chosen(mei))
  expect(life.at(1, assigned(jan))).toEqual([{ type: 'offerEnded', agent: mei, why: 'over' }])
})

it('[D7.19] without a reply within the limit it is taken away and comes first; the limit begins with each new agent', () => {
  const life = story(rulesOf(group(one, { replyWithinMs: 2 * MINUTE })))
  life.at(10, assigned(mei))
  expect(life.wake).toBe(130)
  expect(life.at(129, tick)).toEqual([])
  expect(life.at(130, tick)).toEqual([{ type: 'release', agent: mei, why: 'no_reply' }])
  // The storage did not take it: said again.
  expect(life.wake).toBe(130 + limits.assignRetryMs / SECOND)
  expect(life.at(131, tick)).toEqual([{ type: 'release', agent: mei, why: 'no_reply' }])
  expect(life.at(132, { type: 'released', agent: mei, by: 'system' })).toEqual([queue])
  expect(life.claim).toMatchObject({ isFront: true, queuedAt: NOW, passedBy: [mei] })
  life.at(140, assigned(jan))
  expect(life.wake).toBe(260)
  life.at(150, { type: 'agentWrote' })
  expect(life.wake).toBeNull()
  life.at(200, { type: 'visitorWrote' })
  life.at(210, { type: 'visitorWrote' })
  expect(life.wake).toBe(320)
  // Handed over, the new one has the whole limit.
  life.at(300, assigned(mei))
  expect(life.wake).toBe(420)
})

it('[D7.19] who vanishes keeps it for the grace time, then it comes first; away changes nothing', () => {
  const life = story(rulesOf(group(one)))
  life.at(0, assigned(mei))
  expect(life.at(1, { type: 'agent', agent: mei, is: 'away' })).toEqual([])
  expect(life.wake).toBeNull()
  life.at(10, { type: 'agent', agent: mei, is: 'gone' })
  life.at(20, { type: 'agent', agent: mei, is: 'gone' })
  expect(life.wake).toBe(100)
  life.at(99, { type: 'agent', agent: mei, is: 'back' })
  expect([life.wake, life.at(100, tick)]).toEqual([null, []])
  life.at(200, { type: 'agent', agent: mei, is: 'gone' })
  expect(life.at(290, tick)).toEqual([{ type: 'release', agent: mei, why: 'agent_gone' }])
  life.at(291, { type: 'released', agent: mei, by: 'system' })
  expect(life.claim).toMatchObject({ isFront: true, queuedAt: NOW })
  // Given to somebody who is not there, it has the grace time too.
  life.at(300, assigned(jan, false))
  expect(life.wake).toBe(390)
})

it('[D7.19] of two reasons to take it away the earlier one counts; of two at once, the absence', () => {
  const late = { type: 'release', agent: mei, why: 'no_reply' }
  const gone = { type: 'release', agent: mei, why: 'agent_gone' }
  const takenAfter = (goneAt: number) => {
    const life = story(rulesOf(group(one, { replyWithinMs: 2 * MINUTE })))
    life.at(0, assigned(mei))
    life.at(goneAt, { type: 'agent', agent: mei, is: 'gone' })
    return life.at(300, tick)
  }
  expect([takenAfter(29), takenAfter(30), takenAfter(31)]).toEqual([[gone], [gone], [late]])
})

it('[D7.19] put back, it keeps its place and does not come to the same agent; after an answer it is a new place', () => {
  const life = story(rulesOf(group(one)))
  life.at(5, assigned(mei))
  life.at(20, { type: 'released', agent: mei, by: 'agent' })
  expect(life.claim).toMatchObject({ isFront: false, queuedAt: NOW })
  expect(mayAsk(life.claim, mei)).toBe('no')
  life.at(30, assigned(jan))
  life.at(40, { type: 'agentWrote' })
  life.at(50, { type: 'released', agent: jan, by: 'agent' })
  expect(life.claim).toMatchObject({ queuedAt: NOW + 50 * SECOND, declinedBy: [jan] })
})

it('[D7.19] moved to another group, it waits there as long as it has waited', () => {
  const life = story(rulesOf(group(one), group(two)))
  life.at(5, assigned(mei))
  expect(life.at(20, { type: 'moved', group: two, priority: 3 })).toEqual([queue])
  expect(life.claim).toMatchObject({ groups: [two], priority: 3, queuedAt: NOW, declinedBy: [mei] })
})

it('[D7.19] moved while it comes first, it comes first there too', () => {
  const life = story(rulesOf(group(one), group(two)))
  life.at(5, assigned(mei))
  life.at(20, { type: 'released', agent: mei, by: 'system' })
  life.at(21, { type: 'moved', group: two, priority: 0 })
  expect(life.claim).toMatchObject({ groups: [two], isFront: true, queuedAt: NOW })
})

it('[D7.19] silence is warned of once, then closed; a word from either side begins it anew', () => {
  const life = story(rulesOf(group(one, { autoClose: { warnAfterMs: 5 * MINUTE, closeAfterMs: 2 * MINUTE } })))
  life.at(0, assigned(mei))
  expect(life.wake).toBeNull()
  life.at(60, { type: 'agentWrote' })
  expect(life.wake).toBe(360)
  // The machine slept: whoever comes back still gets the warning first, and its whole time.
  expect(life.at(4_000, tick)).toEqual([{ type: 'warn' }])
  // The storage did not take it: said again, and the time until the close begins when it is there.
  expect(life.wake).toBe(4_000 + limits.assignRetryMs / SECOND)
  expect(life.at(4_000, tick)).toEqual([{ type: 'warn' }])
  life.at(4_000, { type: 'warned' })
  expect(life.at(4_100, tick)).toEqual([])
  expect(life.at(4_120, tick)).toEqual([{ type: 'close' }])
  life.at(4_121, { type: 'visitorWrote' })
  expect([life.wake, life.at(9_000, tick)]).toEqual([null, []])
  life.at(9_001, { type: 'agentWrote' })
  expect(life.at(9_301, tick)).toEqual([{ type: 'warn' }])
  life.at(9_301, { type: 'warned' })
  life.at(9_302, { type: 'closed' })
  expect([life.state.phase, life.wake, life.at(1e6, tick)]).toEqual(['closed', null, []])
})

it('[D7.20] after a while another group may answer too, and each only once, whatever circle the rules lead in', () => {
  const overflow = (to: GroupId, afterMs: number) => ({ overflow: { afterMs, to } })
  const circle = rulesOf(
    group(one, overflow(two, MINUTE)),
    group(two, overflow(three, MINUTE)),
    group(three, overflow(one, 0)),
  )
  const life = story(circle)
  expect([life.at(0, tick), life.wake]).toEqual([[], 60])
  expect([life.at(60, tick), life.wake]).toEqual([[queue], 120])
  expect(life.claim.groups).toEqual([one, two])
  expect([life.at(500, tick), life.wake]).toEqual([[queue], null])
  expect(life.claim.groups).toEqual([one, two, three])
  const atOnce = story(rulesOf(group(one, overflow(two, 0)), group(two, overflow(one, 0))))
  atOnce.at(0, tick)
  expect(atOnce.claim.groups).toEqual([one, two])
  const self = story(rulesOf(group(one, overflow(one, 0))))
  self.at(0, tick)
  expect([self.claim.groups, self.wake]).toEqual([[one], null])
  const lost = story(rulesOf(group(one, overflow(three, 0))))
  lost.at(0, tick)
  expect(lost.claim.groups).toEqual([one])
})

it('[D7.20] a late look loses no time, and a clock set back adds none', () => {
  const overflow = (to: GroupId) => ({ overflow: { afterMs: MINUTE, to } })
  const rules = rulesOf(group(one, overflow(two)), group(two, overflow(three)), group(three))
  const late = story(rules)
  late.at(90, tick)
  expect([late.claim.groups, late.wake]).toEqual([[one, two], 120])
  const back = story(rules)
  back.at(-3_600, tick)
  expect(back.wake).toBe(-3_540)
})

it('[D7.20] who waits for a deleted group waits for everyone', () => {
  const life = story(rulesOf())
  expect(life.at(1, tick)).toEqual([queue])
  expect(life.claim).toMatchObject({ groups: [EVERYONE], queuedAt: NOW })
})

it('[D7.22] a message left at a closed door joins the queue when the group opens, one left in front of a full queue when there is room', () => {
  const hours = {
    timeZone: 'UTC',
    week: Array.from({ length: 7 }, () => [{ from: 9 * 60, to: 15 * 60 }]),
    exceptions: [],
  }
  const opensAt = (Date.parse('2025-06-16T09:00:00Z') - NOW) / SECOND
  const claim = claimOn(one, 2, NOW as EpochMs)
  const night = story(rulesOf(group(one, { hours })), { phase: 'left', claim, why: 'closed' })
  expect([night.at(0, tick), night.wake]).toEqual([[], opensAt])
  expect(night.at(1, { type: 'room' })).toEqual([])
  expect(night.at(opensAt, tick)).toEqual([queue])
  expect(night.state).toMatchObject({ phase: 'waiting', claim: { queuedAt: NOW + opensAt * SECOND, priority: 2 } })
  const full = story(rulesOf(group(one)), { phase: 'left', claim, why: 'full' })
  expect([full.at(0, tick), full.wake]).toEqual([[], null])
  expect(full.at(5, { type: 'room' })).toEqual([queue])
})

it('[D7.19] a clock that is set back makes nobody wait longer than was promised', () => {
  const rules = rulesOf(group(one, { acceptance: 'offer', offerMs: 20 * SECOND, replyWithinMs: MINUTE }))
  const life = story(rules)
  life.at(0, chosen(mei))
  life.at(-3_600, tick)
  expect(life.wake).toBe(-3_580)
  life.at(-3_590, { type: 'accepted', agent: mei })
  life.at(-3_590, assigned(mei))
  life.at(-7_200, tick)
  expect(life.wake).toBe(-7_140)
})

// Whatever comes in whatever order: a state that makes sense, effects that fit it, and a wake-up for everything that is due.
const agents = [mei, jan]
const agent = fc.constantFrom(...agents)
const input: fc.Arbitrary<CareInput> = fc.oneof(
  fc.constantFrom<CareInput>(tick, tick, tick, { type: 'room' }, { type: 'visitorWrote' }, { type: 'agentWrote' }),
  fc.record({ type: fc.constantFrom('chosen' as const, 'accepted' as const, 'declined' as const), agent }),
  fc.record({ type: fc.constant('refused' as const), agent }),
  fc.record({ type: fc.constant('assigned' as const), agent, isThere: fc.boolean() }),
  fc.record({
    type: fc.constant('released' as const),
    agent,
    by: fc.constantFrom('agent' as const, 'system' as const),
  }),
  fc.record({ type: fc.constant('moved' as const), group: fc.constantFrom(one, two, three), priority: fc.nat(9) }),
  fc.record({ type: fc.constant('agent' as const), agent, is: fc.constantFrom('gone', 'back', 'away') }),
)
const anyGroup = (id: GroupId): fc.Arbitrary<Group> =>
  fc
    .record({
      acceptance: fc.constantFrom('auto' as const, 'offer' as const),
      offerMs: fc.integer({ min: 5, max: 60 }).map((seconds) => seconds * SECOND),
      replyWithinMs: fc.constantFrom(0, 30 * SECOND, 2 * MINUTE),
      overflow: fc.option(fc.record({ afterMs: fc.nat(120_000), to: fc.constantFrom(one, two, three) })),
      autoClose: fc.option(fc.constant({ warnAfterMs: MINUTE, closeAfterMs: MINUTE })),
    })
    .map((change) => group(id, change))

it('[D7.19] holds together whatever happens', () => {
  const rules = fc.tuple(anyGroup(one), anyGroup(two)).map((groups) => rulesOf(...groups))
  const moments = fc.array(fc.tuple(fc.integer({ min: -20_000, max: 90_000 }), input), { maxLength: 40 })
  fc.assert(
    fc.property(rules, moments, (given, steps) => {
      let state: CareState = { phase: 'waiting', claim: claimOn(one, 0, NOW as EpochMs) }
      let now = NOW
      for (const [ms, event] of steps) {
        now += ms
        const { state: next, effects, wakeAt } = care(state, event, now as EpochMs, given)
        if (next.phase === 'closed') throw new Error('closed by nobody')
        const { groups, declinedBy, passedBy } = next.claim
        expect(new Set(groups).size).toBe(groups.length)
        expect(groups.length).toBeGreaterThan(0)
        expect([new Set(declinedBy).size, new Set(passedBy).size]).toEqual([declinedBy.length, passedBy.length])
        for (const effect of effects)
          if (effect.type === 'offer') expect(next).toMatchObject({ phase: 'offered', agent: effect.agent })
          else if (effect.type === 'assign') expect(next).toMatchObject({ phase: 'going', agent: effect.agent })
          else if (effect.type === 'release') expect(next).toMatchObject({ phase: 'owned', agent: effect.agent })
          else if (effect.type === 'warn' || effect.type === 'close') expect(next.phase).toBe('owned')
        // Its place in the queue never changes in silence.
        if (next.phase === 'waiting' && (state.phase !== 'waiting' || state.claim.groups !== groups))
          expect(effects).toContainEqual(queue)
        // An offer or a debt always comes to its end by the clock alone.
        if (next.phase === 'offered') expect(wakeAt).not.toBeNull()
        // A tick at the wake-up does something, or there was nothing to wake for.
        if (wakeAt !== null && wakeAt > now) {
          const woken = care(next, tick, wakeAt, given)
          expect(woken.state !== next || woken.effects.length > 0).toBe(true)
        }
        state = next
      }
    }),
    { numRuns: 300 },
  )
})
