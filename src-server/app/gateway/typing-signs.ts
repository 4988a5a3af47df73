// Who sees whom typing: the two sides of a conversation, and colleagues who have it on their screen.
import { NO_AGENT, THE_VISITOR, type Author, type ConversationId } from '../../protocol/index.ts'
import type { Audience } from '../../core/delivery/audience.ts'
import { nextTypingSign } from '../../core/delivery/typing-throttle.ts'
import type { Desk, DeskConversation } from '../../core/queue/desk.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { feedEphemeral } from './feed-ephemeral.ts'
import type { GatewayMember } from './gateway-member.ts'

export type TypingSigns = {
  typed(member: GatewayMember, frame: { readonly conversation: ConversationId; readonly active: boolean }): void
}

export const createTypingSigns = (parts: {
  readonly audience: Audience<GatewayMember>
  readonly desk: Desk
  readonly clock: Clock
  readonly metrics: Metrics
  /** Who has a conversation on the screen. */
  readonly viewers: (conversation: ConversationId) => Iterable<GatewayMember>
}): TypingSigns => {
  const { audience, desk, clock, metrics, viewers } = parts

  /** Of a closed conversation only those who have it on the screen: nobody else waits for a word in it. */
  const hearersOf = (
    { identity }: GatewayMember,
    id: ConversationId,
    conversation: DeskConversation | undefined,
  ): ReadonlySet<GatewayMember> => {
    const hearers = new Set(viewers(id))
    const { owner, visitor } = conversation ?? { owner: NO_AGENT, visitor: undefined }
    if (identity.kind === 'visitor') for (const member of audience.ofAgent(owner)) hearers.add(member)
    // Whoever may not write to the visitor is not shown to the visitor as writing.
    else if (visitor !== undefined && (owner === NO_AGENT || owner === identity.account.id))
      for (const member of audience.ofVisitor(visitor)) hearers.add(member)
    const own = identity.kind === 'visitor' ? audience.ofVisitor(identity.id) : audience.ofAgent(identity.account.id)
    for (const member of own) hearers.delete(member)
    return hearers
  }

  /** Undefined for a visitor's that is not open or not theirs: there is nobody to tell. */
  const placeOf = ({ identity }: GatewayMember, named: ConversationId): ConversationId | undefined => {
    if (identity.kind === 'agent') return named
    const current = desk.currentOf(identity.id)
    return named === 0 || named === current ? current : undefined
  }

  return {
    typed(member, frame) {
      const id = placeOf(member, frame.conversation)
      if (id === undefined) return metrics.count('dropped_total', { reason: 'typing_nowhere' })
      const sign = nextTypingSign(member.typing, { conversation: id, active: frame.active }, clock.now())
      if (!sign) return metrics.count('dropped_total', { reason: 'typing_repeated' })
      member.typing = sign
      const { identity } = member
      const author: Author =
        identity.kind === 'visitor' ? { kind: 'visitor', id: THE_VISITOR } : { kind: 'agent', id: identity.account.id }
      feedEphemeral(hearersOf(member, id, desk.conversation(id)), {
        type: 'typing',
        conversation: id,
        author,
        active: sign.active,
      })
    },
  }
}
