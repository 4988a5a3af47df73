// The ticks beside a message of one's own.
import type { Author, Entry, Offset, ReceiptMark } from '#protocol'
import type { MessageState } from './client-state.ts'

const isOtherSide = (reader: Author, author: Author): boolean =>
  (reader.kind === 'visitor') !== (author.kind === 'visitor')

/** An automatic reply does not tell that anyone read anything. */
const isPerson = (author: Author): boolean => author.kind === 'visitor' || author.kind === 'agent'

/** The other side's answer proves that what came before it was read, whatever became of the receipt. */
const answeredAfter = (entries: readonly Entry[], offset: Offset, author: Author): boolean => {
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index]
    if (!entry || entry.offset <= offset) return false
    if (entry.kind === 'message.sent' && isOtherSide(entry.author, author) && isPerson(entry.author)) return true
  }
  return false
}

/** A stored message: as far as anyone on the other side got. */
export const messageStateOf = (
  entry: Pick<Entry, 'offset' | 'author'>,
  view: { readonly marks: readonly ReceiptMark[]; readonly entries: readonly Entry[] },
): MessageState => {
  const theirs = view.marks.filter((mark) => isOtherSide(mark.reader, entry.author))
  if (theirs.some((mark) => mark.read >= entry.offset) || answeredAfter(view.entries, entry.offset, entry.author))
    return 'read'
  return theirs.some((mark) => mark.delivered >= entry.offset) ? 'delivered' : 'stored'
}
