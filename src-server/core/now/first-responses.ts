// How long visitors waited for their first answer, of those who got it lately. Fed with the journal's entries, each once.
import { limits, type ConversationId, type Entry, type EpochMs } from '../../protocol/index.ts'
import { createRecentTimes, type RecentTimes } from './recent-times.ts'

export type FirstResponses = {
  apply(entry: Entry): void
  median: RecentTimes['median']
}

/** SPEC D8.11. What was opened before it began to listen is in no figure: nobody told it since when. */
export const createFirstResponses = (): FirstResponses => {
  const openedAt = new Map<ConversationId, EpochMs>()
  const times = createRecentTimes({ windowMs: limits.nowFirstResponseWindowMs, most: limits.nowMostFirstResponses })
  return {
    apply({ kind, conversation, author, at }) {
      if (kind === 'conversation.opened') openedAt.set(conversation, at)
      else if (kind === 'conversation.closed') openedAt.delete(conversation)
      else if (kind === 'message.sent' && (author.kind === 'agent' || author.kind === 'bot')) {
        const since = openedAt.get(conversation)
        if (since === undefined || !openedAt.delete(conversation)) return
        times.add(at - since, at)
      }
    },
    median: times.median,
  }
}
