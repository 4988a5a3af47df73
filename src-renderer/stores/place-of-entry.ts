// Where an entry lies in the desk: the view that its conversation is in, and the entry in it.
import { NO_AGENT, type AgentId, type ConversationId, type ConversationSummary, type Seq } from '#protocol'
import { noQuery } from './inbox-query.ts'
import type { InboxView, Place } from './place.ts'

const viewOf = (summary: ConversationSummary | undefined, me: AgentId): InboxView => {
  if (summary?.status !== 'open') return 'closed'
  if (summary.owner === me) return 'mine'
  return summary.owner === NO_AGENT ? 'queue' : 'open'
}

/** Without `at` the conversation's newest messages. */
export const placeOfEntry = (
  conversation: ConversationId,
  summary: ConversationSummary | undefined,
  me: AgentId,
  at?: Seq,
): Place => ({
  section: 'inbox',
  view: viewOf(summary, me),
  conversation,
  query: noQuery,
  ...(at !== undefined && { at }),
})
