// Who sees whom typing: the two sides of a conversation, and colleagues who have it on their screen.
import { NO_AGENT, THE_VISITOR, type Author, type ConversationId } from '../../protocol/index.ts'
import type { Audience } from '../../core/delivery/audience.ts'
import { createMemberIndex } from '../../core/member-index.ts'
import { nextTypingSign } from '../../core/delivery/typing-throttle.ts'
import type { Desk, DeskConversation } from '../../core/queue/desk.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { feedEphemeral } from './feed-ephemeral.ts'
import type { GatewayMember } from './gateway-member.ts'

export type TypingSigns = {
  /** The member has this conversation on its screen now. */
  watch(member: GatewayMember, conversation: ConversationId): void
  unwatch(member: GatewayMember): void
  typed(member: GatewayMember, frame: { readonly conversation: ConversationId; readonly active: boolean }): void
}

export const createTypingSigns = (parts: {
  readonly audience: Audience<GatewayMember>
  readonly desk: Desk
  readonly clock: Clock
  readonly metrics: Metrics
}): TypingSigns => {
  const { audience, desk, clock, metrics } = parts
  const watchers = createMemberIndex<ConversationId, GatewayMember>()

  const hearersOf = (
    { identity }: GatewayMember,
    { id, owner, visitor }: DeskConversation,
  ): ReadonlySet<GatewayMember> => {
    const hearers = new Set(watchers.of(id))
    if (identity.kind === 'visitor') for (const member of audience.ofAgent(owner)) hearers.add(member)
    // Whoever may not write to the visitor is not shown to the visitor as writing.
    else if (owner === NO_AGENT || owner === identity.account.id)
      for (const member of audience.ofVisitor(visitor)) hearers.add(member)
    const own = identity.kind === 'visitor' ? audience.ofVisitor(identity.id) : audience.ofAgent(identity.account.id)
    for (const member of own) hearers.delete(member)
    return hearers
  }

  /** Undefined for a conversation that is not open or not theirs: there is nobody to tell. */
  const conversationOf = ({ identity }: GatewayMember, named: ConversationId): DeskConversation | undefined => {
    if (identity.kind === 'agent') return desk.conversation(named)
    const current = desk.currentOf(identity.id)
    return current !== undefined && (named === 0 || named === current) ? desk.conversation(current) : undefined
  }

  return {
    watch(member, conversation) {
      if (member.watching === conversation) return
      watchers.remove(member.watching, member)
      member.watching = conversation
      watchers.add(conversation, member)
    },
    unwatch: (member) => watchers.remove(member.watching, member),
    typed(member, frame) {
      const conversation = conversationOf(member, frame.conversation)
      if (!conversation) return metrics.count('dropped_total', { reason: 'typing_nowhere' })
      const { id } = conversation
      const sign = nextTypingSign(member.typing, { conversation: id, active: frame.active }, clock.now())
      if (!sign) return metrics.count('dropped_total', { reason: 'typing_repeated' })
      member.typing = sign
      const { identity } = member
      const author: Author =
        identity.kind === 'visitor' ? { kind: 'visitor', id: THE_VISITOR } : { kind: 'agent', id: identity.account.id }
      feedEphemeral(hearersOf(member, conversation), { type: 'typing', conversation: id, author, active: sign.active })
    },
  }
}
