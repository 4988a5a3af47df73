// What became of a message after it was sent: edited or recalled by its author. One definition, because the server shows it in every page
// and clients fold it from `message.revised`.
import type { Revision } from './domain.ts'
import type { Entry, EntryOf } from './entries.ts'

/** What can be revised. */
export type Written = EntryOf<'message.sent'> | EntryOf<'note.added'>

export const isWritten = (entry: Entry): entry is Written =>
  entry.kind === 'message.sent' || entry.kind === 'note.added'

export const isRecalled = ({ body }: Written): boolean => body.revision?.recalled === true

/** The same entry when it knows of a later revision, or of this one. A recalled message keeps its place and nothing else. */
export const asRevised = (
  entry: Written,
  to: Omit<Revision, 'recalled'> & { readonly text: string | null },
): Written => {
  if (entry.body.revision && entry.body.revision.offset >= to.offset) return entry
  const isGone = to.text === null
  const revision: Revision = { offset: to.offset, at: to.at, recalled: isGone }
  const said = {
    text: to.text ?? '',
    revision,
    ...(isGone && entry.kind === 'message.sent' && { files: [], quote: undefined }),
  }
  return { ...entry, body: { ...entry.body, ...said } } as Written
}
