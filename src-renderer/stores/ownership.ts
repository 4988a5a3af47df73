// What the server lets whom do with a colleague's conversation, so that no button is offered that would be refused.
import { NO_AGENT, type AgentId, type ConversationSummary, type Role } from '#protocol'

/** Taking, moving and closing what a colleague has is for those who lead. */
export const canTakeOver = (role: Role): boolean => role === 'owner' || role === 'admin'

/** Where there is a composer: nobody has it, or we do. */
export const isOursToAnswer = (
  { status, owner }: Pick<ConversationSummary, 'status' | 'owner'>,
  me: AgentId,
): boolean => status === 'closed' || owner === NO_AGENT || owner === me

/** Somebody who leads has a colleague's open conversation before them: they read along and do not answer. */
export const isWatching = (
  { status, owner }: Pick<ConversationSummary, 'status' | 'owner'>,
  self: { readonly id: AgentId; readonly role: Role },
): boolean => status === 'open' && owner !== NO_AGENT && owner !== self.id && canTakeOver(self.role)
