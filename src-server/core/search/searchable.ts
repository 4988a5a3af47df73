// What of an entry can be found: what people wrote, to the visitor or among themselves.
import { isRecalled, type Entry } from '../../protocol/index.ts'
import type { SearchAuthors } from '../../protocol/search-schemas.ts'

export type Searchable = { readonly text: string; readonly by: SearchAuthors }

/** @returns undefined for what nobody wrote. */
export const searchableOf = (entry: Entry): Searchable | undefined => {
  switch (entry.kind) {
    case 'message.sent': {
      const { text, files } = entry.body
      const by = entry.author.kind === 'visitor' ? 'visitor' : 'desk'
      return isRecalled(entry)
        ? undefined
        : { text: [text, ...files.map(({ name }) => name)].filter((part) => part !== '').join('\n'), by }
    }
    case 'note.added':
      return isRecalled(entry) ? undefined : { text: entry.body.text, by: 'note' }
    case 'conversation.rated':
      return entry.body.comment === '' ? undefined : { text: entry.body.comment, by: 'visitor' }
    case 'conversation.transferred':
    case 'conversation.queued':
      return entry.body.note === '' ? undefined : { text: entry.body.note, by: 'note' }
    default:
      return undefined
  }
}
