// One step in the life of a conversation: `(state, input, now) → { state, effects, wakeAt }`. Sets no timer, knows no other
// conversation, and decides nothing about agents: that is routing's part.
import type { AgentId, EpochMs } from '../../protocol/index.ts'
import { ownedBy, stepOwned, wakeOwned } from './care-owned.ts'
import type { CareEffect, CareInput, CareRules, CareState, CareStep, Claim } from './care-state.ts'
import {
  queued,
  stay,
  stepGoing,
  stepLeft,
  stepOffered,
  stepWaiting,
  wakeLeft,
  wakeOffered,
  wakeWaiting,
  type Next,
} from './care-waiting.ts'

const CLOSED: CareState = { phase: 'closed' }

/** What the journal says holds in every phase; an offer that it overtook is over. */
const overtaken = (state: CareState, { state: next, effects }: Next): Next => {
  if (state.phase !== 'offered') return { state: next, effects }
  const over: CareEffect = { type: 'offerEnded', agent: state.agent, why: 'over' }
  return { state: next, effects: [over, ...effects] }
}

const moved = (
  state: Exclude<CareState, { phase: 'closed' }>,
  input: CareInput & { type: 'moved' },
  now: EpochMs,
  rules: CareRules,
): Next => {
  const isOwned = state.phase === 'owned'
  const claim: Claim = {
    groups: [input.group],
    widenedAt: now,
    priority: input.priority,
    isFront: state.claim.isFront,
    queuedAt: isOwned ? (state.waitingSince ?? now) : state.claim.queuedAt,
    cameAt: state.claim.cameAt,
    declinedBy: isOwned ? [state.agent] : state.claim.declinedBy,
    passedBy: [],
  }
  return queued(claim, now, rules)
}

const step = (state: CareState, input: CareInput, now: EpochMs, rules: CareRules): Next => {
  if (state.phase === 'closed') return stay(state)
  if (input.type === 'closed') return overtaken(state, stay(CLOSED))
  if (input.type === 'moved') return overtaken(state, moved(state, input, now, rules))
  if (input.type === 'assigned' && state.phase !== 'owned')
    return overtaken(state, stay(ownedBy(state.claim, input.agent, input.isThere, now)))
  switch (state.phase) {
    case 'left':
      return stepLeft(state, input, now, rules)
    case 'waiting':
      return stepWaiting(state, input, now, rules)
    case 'offered':
      return stepOffered(state, input, now, rules)
    case 'going':
      return stepGoing(state, input, now, rules)
    case 'owned':
      return stepOwned(state, input, now, rules)
    default:
      return state satisfies never
  }
}

const wakeAt = (state: CareState, now: EpochMs, rules: CareRules): EpochMs | null => {
  switch (state.phase) {
    case 'left':
      return wakeLeft(state, now, rules)
    case 'waiting':
      return wakeWaiting(state, rules)
    case 'offered':
      return wakeOffered(state, rules)
    case 'owned':
      return wakeOwned(state, now, rules)
    case 'going':
    case 'closed':
      return null
    default:
      return state satisfies never
  }
}

/**
 * SPEC D7.19. Total: every input is allowed in every state, and what no longer fits changes nothing. Deadlines pass only in a `tick`, so a
 * late one loses nothing. When a setting changes, a `tick` makes it hold.
 */
export const care = (before: CareState, input: CareInput, now: EpochMs, rules: CareRules): CareStep => {
  const { state, effects } = step(before, input, now, rules)
  return { state, effects, wakeAt: wakeAt(state, now, rules) }
}

/** Whether it may come to this agent by itself. `again`: only when nobody else is free. */
export const mayAsk = ({ declinedBy, passedBy }: Claim, agent: AgentId): 'yes' | 'again' | 'no' => {
  if (declinedBy.includes(agent)) return 'no'
  return passedBy.includes(agent) ? 'again' : 'yes'
}
