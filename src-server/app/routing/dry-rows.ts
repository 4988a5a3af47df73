// Where nobody was free a moment ago. Nobody gets free while the dispatcher goes along the line, so a long one is asked once.
import type { GroupId } from '../../protocol/index.ts'
import type { Claim } from '../../core/queue/care-state.ts'
import type { DeskConversation } from '../../core/queue/desk.ts'

type Asked = Pick<DeskConversation, 'place'>
export type DryRows = {
  has(waiting: Asked, claim: Claim): boolean
  /** Nobody was found for it. */
  add(waiting: Asked, claim: Claim): void
}

/** Any of the groups' members would do. */
const isPlain = ({ place }: Asked): boolean => !place || place.agents.length === 0

const keyOf = ({ place }: Asked, { groups, declinedBy, passedBy }: Claim): string =>
  `${groups.join()} ${declinedBy.join()} ${passedBy.join()} ${place?.agents.join() ?? ''}`

export const createDryRows = (): DryRows => {
  /** Nobody of these is free, whoever asks. */
  const groups = new Set<GroupId>()
  const rows = new Set<string>()
  return {
    has: (waiting, claim) =>
      (isPlain(waiting) && claim.groups.every((group) => groups.has(group))) || rows.has(keyOf(waiting, claim)),
    add(waiting, claim) {
      const isAnybody = claim.declinedBy.length + claim.passedBy.length === 0
      if (isPlain(waiting) && isAnybody) for (const group of claim.groups) groups.add(group)
      else rows.add(keyOf(waiting, claim))
    },
  }
}
