// Which groups may answer someone who has waited for a while. A rule that leads in a circle ends where it began.
import { EVERYONE, type EpochMs, type GroupId } from '../../protocol/index.ts'
import type { Group } from '../../protocol/routing-schemas.ts'
import type { CareRules, Claim } from './care-state.ts'

/** The group whose settings hold for it; undefined only for a moment, while a deleted group is being replaced. */
export const homeOf = ({ groups }: Claim, rules: CareRules): Group | undefined => rules.groupOf(groups[0] ?? EVERYONE)

/** A deleted group answers nobody: whoever waits for it alone waits for everyone from now on. */
export const rehomed = (claim: Claim, now: EpochMs, rules: CareRules): Claim => {
  if (claim.groups.every((id) => rules.groupOf(id))) return claim
  const groups = claim.groups.filter((id) => rules.groupOf(id))
  return { ...claim, groups: groups.length > 0 ? groups : [EVERYONE], widenedAt: now }
}

/** The newest group's overflow, unless it leads to a group that may answer already, or to none. */
const overflowOf = ({ groups }: Claim, rules: CareRules): { readonly afterMs: number; readonly to: GroupId } | null => {
  const overflow = rules.groupOf(groups.at(-1) ?? EVERYONE)?.overflow
  if (!overflow || groups.includes(overflow.to) || !rules.groupOf(overflow.to)) return null
  return overflow
}

/** SPEC D7.20. When one more group may answer; null for never. */
export const nextWidening = (claim: Claim, rules: CareRules): EpochMs | null => {
  const overflow = overflowOf(claim, rules)
  return overflow && ((claim.widenedAt + overflow.afterMs) as EpochMs)
}

/**
 * SPEC D7.20. With all groups that may answer by now; the same object when those are the ones before. Every step adds a group that is not in yet, so
 * it ends whatever the settings say, also where every group overflows at once.
 */
export const widened = (claim: Claim, now: EpochMs, rules: CareRules): Claim => {
  let wider = claim
  for (let overflow = overflowOf(wider, rules); overflow; overflow = overflowOf(wider, rules)) {
    const at = (wider.widenedAt + overflow.afterMs) as EpochMs
    if (at > now) break
    wider = { ...wider, groups: [...wider.groups, overflow.to], widenedAt: at }
  }
  return wider
}
