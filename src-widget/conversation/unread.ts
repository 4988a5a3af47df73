// What the visitor has not read yet.
import { NO_OFFSET, type ConversationId, type Entry, type EntryOf, type Offset } from '#protocol'
import type { ConversationView } from '#client/client-state.ts'

const isForVisitor = (entry: Entry): entry is EntryOf<'message.sent'> =>
  entry.kind === 'message.sent' && entry.author.kind !== 'visitor' && !entry.body.revision?.recalled

const readUpTo = (view: ConversationView): Offset =>
  view.marks.find((mark) => mark.reader.kind === 'visitor')?.read ?? NO_OFFSET

type Conversations = ReadonlyMap<ConversationId, ConversationView>

/** Messages of agents and bots after the visitor's own read mark, oldest first. */
export const unreadMessages = (conversations: Conversations): readonly EntryOf<'message.sent'>[] => {
  const unread: EntryOf<'message.sent'>[] = []
  for (const view of conversations.values()) {
    const read = readUpTo(view)
    for (const entry of view.entries) if (isForVisitor(entry) && entry.offset > read) unread.push(entry)
  }
  return unread.toSorted((a, b) => a.offset - b.offset)
}

/** The marks to move when everything on the screen has been seen; empty when nothing would move. */
export const marksToMove = (
  conversations: Conversations,
): readonly { readonly conversation: ConversationId; readonly upTo: Offset }[] => {
  const moves: { conversation: ConversationId; upTo: Offset }[] = []
  for (const [conversation, view] of conversations) {
    const newest = view.entries.findLast(isForVisitor)
    if (newest && newest.offset > readUpTo(view)) moves.push({ conversation, upTo: newest.offset })
  }
  return moves
}
