// Where a conversation was placed and whether anybody answered, for those who work there. Visitors are told nothing of it.
import type { ConversationSummary, Entry, Viewer } from '#protocol'

/** After everything else that the entry means for the summary. */
export const foldPlace = (summary: ConversationSummary, entry: Entry, viewer: Viewer): ConversationSummary => {
  if (viewer.kind === 'agent' && entry.kind === 'conversation.queued') {
    const { group, priority, reason } = entry.body
    return { ...summary, placed: { group, priority, ...(reason && reason.intent > 0 && { intent: reason.intent }) } }
  }
  if (viewer.kind === 'agent' && entry.kind === 'message.sent' && entry.author.kind !== 'visitor')
    return summary.answered ? summary : { ...summary, answered: true }
  if (entry.kind === 'message.revised' && entry.body.isUnanswered) {
    const { answered: _, ...unanswered } = summary
    return unanswered
  }
  if (entry.kind !== 'conversation.reopened') return summary
  const { placed: _, ...fresh } = summary
  return fresh
}
