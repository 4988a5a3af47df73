// What holds where an office said nothing: it then works as if there were no groups.
import { EVERYONE } from './ids.ts'
import { limits } from './limits.ts'
import type { ResponseTargets } from './targets-schemas.ts'
import type { AgentSkills, General, GroupWish, Group } from './routing-schemas.ts'

/** What a new group starts from. */
export const defaultGroup: GroupWish = {
  name: '',
  members: [],
  acceptance: 'auto',
  offerMs: limits.defaultOfferMs,
  replyWithinMs: 0,
  returning: false,
  overflow: null,
  maxQueue: limits.maxQueueLength,
  hours: null,
  autoClose: null,
}

/** Its name is empty: screens say "Everyone" in their own language. */
export const everyone: Group = { id: EVERYONE, ...defaultGroup }

export const defaultSkills: AgentSkills = { languages: [], weight: 1 }

export const defaultGeneral: General = {
  intentWaitMs: limits.defaultIntentWaitMs,
  threshold: null,
  graceMs: limits.defaultGraceMs,
  returningWithinMs: limits.defaultReturningWithinMs,
}

export const defaultTargets: ResponseTargets = {
  everyone: { firstMs: limits.waitingTargetMs, nextMs: limits.waitingTargetMs },
  groups: [],
}
