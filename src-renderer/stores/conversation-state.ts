// In which of four states an open conversation is, as SPEC D8.10 counts them. Pure.
import { NO_AGENT } from '#protocol'
import type { ConversationView } from '#client/client-state.ts'

export const conversationStates = ['waiting', 'left', 'unanswered', 'answered'] as const
/** left: a message in front of a closed group or a full queue. waiting: nobody has it. The others somebody has. */
export type ConversationState = (typeof conversationStates)[number]

/** Undefined once it is closed. */
export function conversationState({
  summary: { status, owner, waitingSince },
  place,
}: Pick<ConversationView, 'summary' | 'place'>): ConversationState | undefined {
  if (status !== 'open') return undefined
  if (owner !== NO_AGENT) return waitingSince === 0 ? 'answered' : 'unanswered'
  return place?.state === 'closed' || place?.state === 'full' ? 'left' : 'waiting'
}
