// The door of each group: who finds it closed or full leaves a message, and comes in when there is room.
import { EVERYONE, type ConversationId, type GroupId } from '../../protocol/index.ts'
import { admissionTo } from '../../core/queue/admission.ts'
import type { CareRules, CareState, Claim, Left } from '../../core/queue/care-state.ts'
import type { WaitingLine } from '../../core/queue/waiting-line.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Office } from './office.ts'

export type Door = {
  /** Every state that a conversation comes into. */
  keep(conversation: ConversationId, state: CareState): void
  /** What becomes of somebody who has just come; undefined when they may wait. */
  refusal(claim: Claim): Left | undefined
  /** Who left a message in front of a full queue that has room again, the first first; each is to be asked for anew. */
  mayComeIn(): Iterable<ConversationId>
}

/** SPEC D7.22. */
export const createDoor = (parts: {
  readonly rules: CareRules
  readonly office: Pick<Office, 'isSomebodyFree'>
  readonly line: Pick<WaitingLine, 'queues'>
  readonly clock: Clock
}): Door => {
  const { rules, office, clock } = parts
  const { queues } = parts.line
  const outside = new Map<ConversationId, GroupId>()

  const homeOf = (claim: Claim): GroupId => claim.groups[0] ?? EVERYONE

  return {
    keep(id, state) {
      if (state.phase === 'left' && state.why === 'full') outside.set(id, homeOf(state.claim))
      else outside.delete(id)
    },
    refusal(claim) {
      const home = homeOf(claim)
      const group = rules.groupOf(home)
      if (!group) return undefined
      const length = queues.lengthOf(home) - 1
      const isSomebodyFree = office.isSomebodyFree(home === EVERYONE ? undefined : group.members)
      const admission = admissionTo(group, { length, isSomebodyFree }, clock.now())
      return admission.admit === 'queue' ? undefined : { phase: 'left', claim, why: admission.why }
    },
    *mayComeIn() {
      for (const [id, home] of outside) if (queues.lengthOf(home) < (rules.groupOf(home)?.maxQueue ?? 0)) yield id
    },
  }
}
