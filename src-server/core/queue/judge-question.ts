// Whether a colleague may be asked to take a conversation over, and what may be said with it.
import { fail, isWellFormedText, ok, type AgentId, type AgentProfile, type Result } from '../../protocol/index.ts'
import { isSupervisor } from '../conversation/permissions.ts'
import type { DeskConversation } from './desk.ts'

/** As `parseMessageText`: trimmed, of at most so many UTF-16 units; empty is fine. */
export const parseWord = (text: string, maxLength: number): Result<string> => {
  if (!isWellFormedText(text)) return fail('text_malformed')
  const word = text.trim()
  return word.length > maxLength ? fail('message_too_long') : ok(word)
}

/** Whoever may hand it over may ask about it, and take the question back. */
export const mayAskAbout = (
  asker: AgentProfile | undefined,
  conversation: DeskConversation | undefined,
): Result<DeskConversation> => {
  if (!conversation) return fail('conversation_unknown')
  if (!asker?.active) return fail('forbidden')
  // What nobody has waits for whoever takes it: there is nothing to be handed over.
  const isTheirs = conversation.owner !== 0 && (conversation.owner === asker.id || isSupervisor(asker))
  return isTheirs ? ok(conversation) : fail('not_owner')
}

/** SPEC D7.26. Somebody at their desk: also the busy, who decide for themselves. */
export const mayBeAsked = (
  target: AgentProfile | undefined,
  about: { readonly owner: AgentId; readonly asker: AgentId; readonly isConnected: boolean },
): Result<undefined> => {
  if (!target) return fail('agent_unknown')
  const isThere = target.active && target.status !== 'away' && about.isConnected
  return isThere && target.id !== about.owner && target.id !== about.asker ? ok(undefined) : fail('agent_unavailable')
}
