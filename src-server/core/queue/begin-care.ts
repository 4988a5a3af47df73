// What is known of a conversation when somebody begins to look after it: just opened, or found in the journal after a restart.
import { EVERYONE, limits, NO_AGENT, type EpochMs } from '../../protocol/index.ts'
import { ownedBy } from './care-owned.ts'
import { claimOn, type CareRules, type CareState, type Claim } from './care-state.ts'
import type { DeskConversation } from './desk.ts'
import { homeOf } from './overflow.ts'

/** As much of the silence as the journal tells. After a warning a visitor gets a moment in which the server is there to hear them. */
const silenceOf = ({ lastMessage }: DeskConversation, claim: Claim, now: EpochMs, rules: CareRules) => {
  const at = lastMessage?.at ?? now
  if (lastMessage?.author.kind !== 'system') return { silentSince: at, warnedAt: null }
  const closeAfterMs = homeOf(claim, rules)?.autoClose?.closeAfterMs ?? limits.minAutoCloseMs
  return { silentSince: at, warnedAt: Math.max(at, now + limits.minAutoCloseMs - closeAfterMs) as EpochMs }
}

/** SPEC D7.19, D7.27. Offers are forgotten: it waits, and is offered again. `since`: when its waiting began. */
export const beginCare = (
  known: DeskConversation,
  about: { readonly since: EpochMs; readonly isThere: boolean },
  now: EpochMs,
  rules: CareRules,
): CareState => {
  const { owner, place, declinedBy, waitingSince } = known
  const claim: Claim = {
    ...claimOn(place?.group ?? EVERYONE, place?.priority ?? 0, about.since),
    declinedBy: declinedBy === NO_AGENT ? [] : [declinedBy],
  }
  if (owner === NO_AGENT) return { phase: 'waiting', claim }
  const owned = ownedBy(claim, owner, about.isThere, now)
  if (waitingSince !== 0) return owned
  return { ...owned, waitingSince: null, owedSince: null, ...silenceOf(known, claim, now, rules) }
}
