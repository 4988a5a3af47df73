// A conversation as one row of an inbox, for one viewer.
import { limits, type ConversationSummary, type QueuePlace, type VisitorProfile } from '../../protocol/index.ts'
import type { Reader } from '../../ports/journal.ts'
import type { ConversationState } from './conversation-state.ts'

/** @param seen the other side's messages that the viewer's read mark covers; 0 without a mark. */
const unreadOf = (state: ConversationState, viewer: Pick<Reader, 'kind'>, seen: number): number => {
  const total = viewer.kind === 'visitor' ? state.deskMessages : state.visitorMessages
  return Math.min(limits.maxUnreadCounted, Math.max(0, total - seen))
}

const placedOf = ({ group, priority, reason }: QueuePlace): ConversationSummary['placed'] & object => ({
  group,
  priority,
  ...(reason && reason.intent > 0 && { intent: reason.intent }),
})

export const summarize = (
  state: ConversationState,
  visitor: VisitorProfile,
  viewer: Pick<Reader, 'kind'>,
  seen: number,
): ConversationSummary => ({
  id: state.id,
  visitor,
  status: state.status,
  owner: state.owner,
  openedAt: state.openedAt,
  lastSeq: state.lastSeq,
  lastOffset: state.lastOffset,
  lastMessage: state.lastMessage,
  waitingSince: state.waitingSince,
  unread: unreadOf(state, viewer, seen),
  ...(viewer.kind === 'agent' && state.place && { placed: placedOf(state.place) }),
  ...(viewer.kind === 'agent' && state.deskMessages > 0 && { answered: true as const }),
})
