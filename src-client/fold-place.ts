// Where a conversation was placed, for those who work there. Visitors are told no group and no priority.
import type { ConversationSummary, Entry, Viewer } from '#protocol'

/** After everything else that the entry means for the summary. */
export const foldPlace = (summary: ConversationSummary, entry: Entry, viewer: Viewer): ConversationSummary => {
  if (entry.kind === 'conversation.queued' && viewer.kind === 'agent') {
    const { group, priority } = entry.body
    return { ...summary, placed: { group, priority } }
  }
  if (entry.kind !== 'conversation.reopened') return summary
  const { placed: _, ...fresh } = summary
  return fresh
}
