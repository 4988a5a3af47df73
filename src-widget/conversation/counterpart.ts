// Who the visitor is talking to right now.
import { NO_AGENT, type ConversationId } from '#protocol'
import type { ConversationView } from '#client/client-state.ts'
import type { AgentNames } from './agent-names.ts'
import { currentConversation } from './visible-conversations.ts'

export type Counterpart = {
  /** Undefined: the team, nobody of it in particular. */
  readonly name: string | undefined
  /** A message of the visitor's waits in the queue, and nobody has taken the conversation. */
  readonly isWaiting: boolean
}

export const counterpartOf = (
  conversations: ReadonlyMap<ConversationId, ConversationView>,
  names: AgentNames,
): Counterpart => {
  const summary = currentConversation(conversations)?.summary
  if (!summary || summary.status === 'closed') return { name: undefined, isWaiting: false }
  if (summary.owner === NO_AGENT) return { name: undefined, isWaiting: summary.waitingSince > 0 }
  return { name: names.get(summary.owner), isWaiting: false }
}
