// Which closing the visitor is asked about, and what they have said of it already. Pure.
import { limits, NO_AGENT, type ConversationId, type EpochMs, type Offset } from '#protocol'
import type { ConversationView } from '#client/client-state.ts'

export type AskedRating = {
  readonly conversation: ConversationId
  /** The entry that closed it. */
  readonly closing: Offset
  /** What they said last; 0 when nothing. */
  readonly score: number
  readonly comment: string
}

/** @returns undefined while it is open, when it was closed too long ago, and when nobody of the team has answered. */
export const askedRating = (view: ConversationView | undefined, now: EpochMs): AskedRating | undefined => {
  if (view?.summary.status !== 'closed' || view.summary.owner === NO_AGENT) return undefined
  const at = view.entries.findLastIndex((entry) => entry.kind === 'conversation.closed')
  const closing = view.entries[at]
  const isAnswered = view.entries.some((entry) => entry.kind === 'message.sent' && entry.author.kind === 'agent')
  if (!closing || !isAnswered || now - closing.at > limits.rateWithinMs) return undefined
  const said = view.entries.slice(at).findLast((entry) => entry.kind === 'conversation.rated')
  const { score, comment } = said?.body ?? { score: 0, comment: '' }
  return { conversation: view.summary.id, closing: closing.offset, score, comment }
}
