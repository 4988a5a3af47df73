// What is known of a conversation when somebody begins to look after it: just opened, or found in the journal after a restart.
import { EVERYONE, limits, NO_AGENT, type EpochMs } from '../../protocol/index.ts'
import { openingAt } from '../hours/opening.ts'
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

/** A message left before opening joined the queue when the group opened, not when it was written. */
const joinedAt = (claim: Claim, rules: CareRules, now: EpochMs): EpochMs => {
  const { isOpen, until } = openingAt(homeOf(claim, rules)?.hours ?? null, claim.queuedAt)
  return isOpen || until === null || until > now ? claim.queuedAt : until
}

/** SPEC D7.19, D7.27. Offers are forgotten: it waits, and is offered again. */
export const beginCare = (known: DeskConversation, isThere: boolean, now: EpochMs, rules: CareRules): CareState => {
  const { owner, place, declinedBy, queuedAt, waitingSince } = known
  const isWaiting = owner === NO_AGENT
  const since = (isWaiting && queuedAt) || waitingSince || now
  const claim: Claim = {
    ...claimOn(place?.group ?? EVERYONE, place?.priority ?? 0, since),
    isFront: isWaiting && queuedAt === 0,
    declinedBy: declinedBy === NO_AGENT ? [] : [declinedBy],
  }
  if (isWaiting) return { phase: 'waiting', claim: { ...claim, queuedAt: joinedAt(claim, rules, now) } }
  const owned = ownedBy(claim, owner, isThere, now)
  if (waitingSince !== 0) return owned
  return { ...owned, waitingSince: null, owedSince: null, ...silenceOf(known, claim, now, rules) }
}
