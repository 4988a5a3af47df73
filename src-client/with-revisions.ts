// Edits and recalls applied to what they are about. Pure. A page comes as the server knew it when it was read; what was revised since is told by
// the entries after it.
import { asRevised, isWritten, type Entry, type Offset } from '#protocol'

/** The same list when nothing was revised. @param news where revisions are told, by rising offset: often the list's own end. */
export const withRevisions = (entries: readonly Entry[], news: readonly Entry[]): readonly Entry[] => {
  const newest = new Map<Offset, Parameters<typeof asRevised>[1]>()
  for (const { kind, body, offset, at } of news)
    if (kind === 'message.revised') newest.set(body.message, { offset, at, text: body.text })
  if (newest.size === 0) return entries
  return entries.map((entry) => {
    const to = newest.get(entry.offset)
    return to && isWritten(entry) ? asRevised(entry, to) : entry
  })
}
