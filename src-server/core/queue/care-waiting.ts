// The steps of a conversation that nobody has yet: left as a message, waiting, offered, on its way to somebody.
import type { AgentId, EpochMs } from '../../protocol/index.ts'
import { openingAt } from '../hours/opening.ts'
import type { CareEffect, CareInput, CareRules, CareState, Claim, Going, Left, Offered, Waiting } from './care-state.ts'
import { homeOf, nextWidening, rehomed, widened } from './overflow.ts'

export type Next = { readonly state: CareState; readonly effects: readonly CareEffect[] }

const NOTHING: readonly CareEffect[] = []
const QUEUE: CareEffect = { type: 'queue' }

export const stay = (state: CareState): Next => ({ state, effects: NOTHING })

const waiting = (claim: Claim): Waiting => ({ phase: 'waiting', claim })

const withAgent = (list: readonly AgentId[], agent: AgentId): readonly AgentId[] =>
  list.includes(agent) ? list : [...list, agent]

/** Into the queue with what it may claim there now. */
export const queued = (claim: Claim, now: EpochMs, rules: CareRules): Next => ({
  state: waiting(widened(rehomed(claim, now, rules), now, rules)),
  effects: [QUEUE],
})

/** As somebody who comes now. */
const enter = (claim: Claim, now: EpochMs, rules: CareRules): Next =>
  queued({ ...claim, queuedAt: now, widenedAt: now }, now, rules)

export const stepLeft = (state: Left, { type }: CareInput, now: EpochMs, rules: CareRules): Next => {
  const claim = rehomed(state.claim, now, rules)
  const kept = claim === state.claim ? state : { ...state, claim }
  const { isOpen } = openingAt(homeOf(claim, rules)?.hours ?? null, now)
  if (type === 'room' && isOpen) return enter(claim, now, rules)
  return type === 'tick' && isOpen && state.why === 'closed' ? enter(claim, now, rules) : stay(kept)
}

export const wakeLeft = ({ claim, why }: Left, now: EpochMs, rules: CareRules): EpochMs | null =>
  why === 'closed' ? openingAt(homeOf(claim, rules)?.hours ?? null, now).until : null

export const stepWaiting = (state: Waiting, input: CareInput, now: EpochMs, rules: CareRules): Next => {
  const { claim } = state
  if (input.type === 'chosen') {
    const { agent } = input
    if (homeOf(claim, rules)?.acceptance === 'offer')
      return { state: { phase: 'offered', claim, agent, offeredAt: now }, effects: [{ type: 'offer', agent }] }
    return { state: { phase: 'going', claim, agent }, effects: [{ type: 'assign', agent }] }
  }
  if (input.type !== 'tick') return stay(state)
  // After a clock was set back nobody waits longer than was promised.
  const claimNow = claim.widenedAt > now ? { ...claim, widenedAt: now } : claim
  const wider = widened(rehomed(claimNow, now, rules), now, rules)
  if (wider === claim) return stay(state)
  return wider.groups === claim.groups ? stay(waiting(wider)) : { state: waiting(wider), effects: [QUEUE] }
}

export const wakeWaiting = ({ claim }: Waiting, rules: CareRules): EpochMs | null => nextWidening(claim, rules)

const offerEnd = (state: Offered, rules: CareRules): EpochMs =>
  (state.offeredAt + (homeOf(state.claim, rules)?.offerMs ?? 0)) as EpochMs

/** Back to where it was, with what its agent's answer means for the next choice. */
const ended = (
  { agent }: Offered,
  why: 'timed_out' | 'declined' | 'unable' | 'over',
  claim: Claim,
  now: EpochMs,
  rules: CareRules,
): Next => {
  const { state, effects } = queued(claim, now, rules)
  return { state, effects: [{ type: 'offerEnded', agent, why }, ...effects] }
}

export const stepOffered = (state: Offered, input: CareInput, now: EpochMs, rules: CareRules): Next => {
  const { claim, agent } = state
  if (input.type === 'tick') {
    // The group gives without asking now, or is gone: whoever is asked has not let it pass.
    if (homeOf(claim, rules)?.acceptance !== 'offer') return ended(state, 'over', claim, now, rules)
    const offeredAt = state.offeredAt > now ? now : state.offeredAt
    if (now < offerEnd({ ...state, offeredAt }, rules))
      return stay(offeredAt === state.offeredAt ? state : { ...state, offeredAt })
    return ended(state, 'timed_out', { ...claim, passedBy: withAgent(claim.passedBy, agent) }, now, rules)
  }
  if (!('agent' in input) || input.agent !== agent) return stay(state)
  if (input.type === 'accepted')
    return { state: { phase: 'going', claim, agent }, effects: [{ type: 'assign', agent }] }
  if (input.type === 'declined')
    return ended(state, 'declined', { ...claim, declinedBy: withAgent(claim.declinedBy, agent) }, now, rules)
  if (input.type === 'agent' && input.is !== 'back') return ended(state, 'unable', claim, now, rules)
  return stay(state)
}

export const wakeOffered = (state: Offered, rules: CareRules): EpochMs => offerEnd(state, rules)

export const stepGoing = (state: Going, input: CareInput, now: EpochMs, rules: CareRules): Next =>
  input.type === 'refused' && input.agent === state.agent ? queued(state.claim, now, rules) : stay(state)
