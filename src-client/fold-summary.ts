// A conversation's inbox row from its entries: the same row that the server's snapshot would give.
import {
  limits,
  NO_AGENT,
  previewOf,
  type ConversationSummary,
  type Entry,
  type EntryOf,
  type EpochMs,
  type Offset,
  type Viewer,
} from '#protocol'
import { foldPlace } from './fold-place.ts'

const NOBODY_WAITS = 0 as EpochMs

/** Whether somebody on the other side than the viewer wrote it. */
export const isTheirs = (author: Entry['author'], viewer: Viewer): boolean =>
  (author.kind === 'visitor') !== (viewer.kind === 'visitor')

export const summaryOfOpening = (entry: EntryOf<'conversation.opened'>): ConversationSummary => ({
  id: entry.conversation,
  visitor: entry.body.visitor,
  status: 'open',
  owner: NO_AGENT,
  openedAt: entry.at,
  lastSeq: entry.seq,
  lastOffset: entry.offset,
  lastMessage: null,
  waitingSince: NOBODY_WAITS,
  unread: 0,
})

const foldMessage = (
  summary: ConversationSummary,
  entry: EntryOf<'message.sent'>,
  viewer: Viewer,
  read: Offset,
): ConversationSummary => {
  const counts = isTheirs(entry.author, viewer) && entry.offset > read
  const preview = previewOf(entry.body.text, entry.body.files)
  return {
    ...summary,
    lastMessage: { author: entry.author, preview, at: entry.at, offset: entry.offset },
    waitingSince:
      entry.author.kind === 'system'
        ? summary.waitingSince
        : entry.author.kind === 'visitor'
          ? summary.waitingSince || entry.at
          : NOBODY_WAITS,
    unread: counts ? Math.min(summary.unread + 1, limits.maxUnreadCounted) : summary.unread,
  }
}

/** A slip that is put right, or taken back, leaves whose turn it is as it was. */
const foldRevision = (
  summary: ConversationSummary,
  { author, body: { message, text, isNote } }: EntryOf<'message.revised'>,
  viewer: Viewer,
  read: Offset,
): ConversationSummary => {
  if (isNote) return summary
  const { lastMessage, unread } = summary
  const shown = { preview: previewOf(text ?? '', []), ...(text === null && { isRecalled: true as const }) }
  // At the most that is counted there may be more.
  const isCounted = unread > 0 && unread < limits.maxUnreadCounted && message > read && isTheirs(author, viewer)
  return {
    ...summary,
    lastMessage: lastMessage?.offset === message ? { ...lastMessage, ...shown } : lastMessage,
    unread: text === null && isCounted ? unread - 1 : unread,
  }
}

const foldKind = (summary: ConversationSummary, entry: Entry, viewer: Viewer, read: Offset): ConversationSummary => {
  switch (entry.kind) {
    case 'message.sent':
      return foldMessage(summary, entry, viewer, read)
    case 'message.revised':
      return foldRevision(summary, entry, viewer, read)
    case 'conversation.opened':
      return { ...summary, visitor: entry.body.visitor, status: 'open', openedAt: entry.at }
    case 'conversation.assigned':
      return { ...summary, owner: entry.body.agent }
    case 'conversation.transferred':
      return { ...summary, owner: entry.body.to }
    case 'conversation.queued':
      return { ...summary, owner: NO_AGENT }
    case 'conversation.closed':
      return { ...summary, status: 'closed', waitingSince: NOBODY_WAITS }
    case 'conversation.reopened':
      return { ...summary, status: 'open', owner: NO_AGENT }
    case 'hidden':
    case 'agent.changed':
    case 'agent.status':
    case 'setting.changed':
    case 'note.added':
    case 'conversation.rated':
      return summary
    default:
      return entry satisfies never
  }
}

/** `entry` must be the one right after the summary. `read` is the viewer's own read mark. */
export const foldSummary = (
  summary: ConversationSummary,
  entry: Entry,
  viewer: Viewer,
  read: Offset,
): ConversationSummary => ({
  ...foldPlace(foldKind(summary, entry, viewer, read), entry, viewer),
  lastSeq: entry.seq,
  lastOffset: entry.offset,
})
