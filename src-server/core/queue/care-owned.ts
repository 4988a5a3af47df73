// The steps of a conversation that an agent has: owed replies, silence, an agent out of reach.
import { limits, type AgentId, type EpochMs } from '../../protocol/index.ts'
import type { CareInput, CareRules, Claim, Owned } from './care-state.ts'
import { queued, stay, type Next } from './care-waiting.ts'
import { homeOf } from './overflow.ts'

export const ownedBy = (claim: Claim, agent: AgentId, isThere: boolean, now: EpochMs): Owned => ({
  phase: 'owned',
  claim: { ...claim, isFront: false, declinedBy: [], passedBy: [] },
  agent,
  waitingSince: claim.queuedAt,
  owedSince: now,
  silentSince: null,
  warnedAt: null,
  goneSince: isThere ? null : now,
})

/** Handed over, it keeps whose turn it is; the new one gets the whole limit for a reply. */
const handedTo = (state: Owned, agent: AgentId, isThere: boolean, now: EpochMs): Owned => ({
  ...state,
  agent,
  owedSince: state.waitingSince === null ? null : now,
  goneSince: isThere ? null : now,
})

type Loss = { readonly at: EpochMs; readonly why: 'no_reply' | 'agent_gone' }

/** When the agent loses it; the earlier of two reasons. */
const lossOf = ({ claim, goneSince, owedSince }: Owned, rules: CareRules): Loss | null => {
  const replyWithinMs = homeOf(claim, rules)?.replyWithinMs ?? 0
  const gone = goneSince === null ? null : ((goneSince + rules.general.graceMs) as EpochMs)
  const late = owedSince === null || replyWithinMs === 0 ? null : ((owedSince + replyWithinMs) as EpochMs)
  if (gone !== null && (late === null || gone <= late)) return { at: gone, why: 'agent_gone' }
  return late === null ? null : { at: late, why: 'no_reply' }
}

/** When silence leads to the warning, and the warning to the close. */
const silenceEnd = ({ claim, silentSince, warnedAt }: Owned, rules: CareRules): EpochMs | null => {
  const autoClose = homeOf(claim, rules)?.autoClose
  if (!autoClose || silentSince === null) return null
  const end = warnedAt === null ? silentSince + autoClose.warnAfterMs : warnedAt + autoClose.closeAfterMs
  return end as EpochMs
}

const notAfter = (at: EpochMs | null, now: EpochMs): EpochMs | null => (at !== null && at > now ? now : at)

/** After a clock was set back, every span begins now at the latest: nothing takes longer than was promised. */
const rebased = (state: Owned, now: EpochMs): Owned => {
  const { owedSince, silentSince, warnedAt, goneSince } = state
  if (Math.max(owedSince ?? 0, silentSince ?? 0, warnedAt ?? 0, goneSince ?? 0) <= now) return state
  return {
    ...state,
    owedSince: notAfter(owedSince, now),
    silentSince: notAfter(silentSince, now),
    warnedAt: notAfter(warnedAt, now),
    goneSince: notAfter(goneSince, now),
  }
}

const tick = (before: Owned, now: EpochMs, rules: CareRules): Next => {
  const state = rebased(before, now)
  const loss = lossOf(state, rules)
  // Said again with every tick until the journal answers: what is asked of a storage may fail.
  if (loss && loss.at <= now) return { state, effects: [{ type: 'release', agent: state.agent, why: loss.why }] }
  const end = silenceEnd(state, rules)
  if (end === null || end > now) return stay(state)
  return { state, effects: [{ type: state.warnedAt === null ? 'warn' : 'close' }] }
}

/** Taken away, the visitor comes first; put back, they keep the place that their waiting has earned. */
const released = (state: Owned, by: 'agent' | 'system', now: EpochMs, rules: CareRules): Next => {
  const { claim, agent, waitingSince } = state
  const back: Claim = {
    ...claim,
    isFront: by === 'system',
    queuedAt: waitingSince ?? now,
    widenedAt: now,
    declinedBy: by === 'agent' ? [agent] : [],
    passedBy: by === 'system' ? [agent] : [],
  }
  return queued(back, now, rules)
}

const presence = (state: Owned, is: 'gone' | 'back' | 'away', now: EpochMs): Owned => {
  if (is === 'gone' && state.goneSince === null) return { ...state, goneSince: now }
  return is === 'back' && state.goneSince !== null ? { ...state, goneSince: null } : state
}

export const stepOwned = (state: Owned, input: CareInput, now: EpochMs, rules: CareRules): Next => {
  switch (input.type) {
    case 'tick':
      return tick(state, now, rules)
    case 'assigned':
      return stay(input.agent === state.agent ? state : handedTo(state, input.agent, input.isThere, now))
    case 'released':
      return input.agent === state.agent ? released(state, input.by, now, rules) : stay(state)
    case 'visitorWrote':
      return stay({
        ...state,
        waitingSince: state.waitingSince ?? now,
        owedSince: state.owedSince ?? now,
        silentSince: null,
        warnedAt: null,
      })
    case 'agentWrote':
      return stay({ ...state, waitingSince: null, owedSince: null, silentSince: now, warnedAt: null })
    case 'warned':
      return stay(state.silentSince === null ? state : { ...state, warnedAt: state.warnedAt ?? now })
    case 'agent':
      return stay(input.agent === state.agent ? presence(state, input.is, now) : state)
    default:
      return stay(state)
  }
}

/** What is overdue is said again after a moment. */
export const wakeOwned = (state: Owned, now: EpochMs, rules: CareRules): EpochMs | null => {
  const at = Math.min(
    lossOf(state, rules)?.at ?? Number.POSITIVE_INFINITY,
    silenceEnd(state, rules) ?? Number.POSITIVE_INFINITY,
  )
  if (at === Number.POSITIVE_INFINITY) return null
  return Math.max(at, now + limits.assignRetryMs) as EpochMs
}
