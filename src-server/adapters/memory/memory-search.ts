// Search over plain arrays: looks at everything, so that what the index finds can be held against it.
import { NO_OFFSET, type ConversationId, type ConversationSummary, type VisitorId } from '../../protocol/index.ts'
import { mayRead } from '../../core/conversation/may-read.ts'
import { redact } from '../../core/conversation/redact.ts'
import { searchableOf } from '../../core/search/searchable.ts'
import { hasWords, wantedWords } from '../../core/search/search-words.ts'
import { marksIn, snippetOf } from '../../core/search/snippet.ts'
import type { CommittedEntry, Reader } from '../../ports/journal.ts'
import type { MessageSearch, SearchQuery } from '../../ports/message-search.ts'
import type { PersonHit, SearchHit } from '../../protocol/search-schemas.ts'
import { limits } from '../../protocol/limits.ts'
import { currently, type MemoryTables } from './memory-tables.ts'

export const createMemorySearch = (
  tables: MemoryTables,
  summaryOf: (id: ConversationId, reader: Reader) => ConversationSummary | undefined,
): MessageSearch => {
  const isWanted = ({ entry, owner }: CommittedEntry, query: SearchQuery): boolean => {
    const state = tables.conversations.get(entry.conversation)
    const wrote = entry.author.kind === 'agent' ? entry.author.id : 0
    const tags = tables.visitors.get(state?.visitor ?? (0 as VisitorId))?.tags ?? []
    return (
      (query.before === 0 || entry.offset < query.before) &&
      (query.conversation === undefined || entry.conversation === query.conversation) &&
      (query.agent === undefined || owner === query.agent || wrote === query.agent) &&
      (query.from === undefined || entry.at >= query.from) &&
      (query.until === undefined || entry.at < query.until) &&
      (query.by === undefined || searchableOf(entry)?.by === query.by) &&
      (query.status === undefined || state?.status === query.status) &&
      (query.group === undefined || state?.place?.group === query.group) &&
      (query.intent === undefined || state?.place?.reason?.intent === query.intent) &&
      (query.tag === undefined || tags.includes(query.tag))
    )
  }

  const hitOf = (committed: CommittedEntry, reader: Reader, query: SearchQuery): readonly SearchHit[] => {
    const words = wantedWords(query.text)
    const entry = redact(currently(tables, committed.entry), reader)
    const found = searchableOf(entry)
    if (!found || !hasWords(found.text, words) || !isWanted(committed, query)) return []
    if (!mayRead(reader, { visitor: committed.visitor as VisitorId })) return []
    const { offset, at, conversation, seq, author } = entry
    return [{ offset, seq, conversation, at, author, by: found.by, snippet: snippetOf(found.text, words) }]
  }

  const peopleOf = (query: SearchQuery): readonly PersonHit[] => {
    const words = wantedWords(query.text)
    return [...tables.visitors.values()]
      .filter(({ name }) => hasWords(name, words))
      .toReversed()
      .slice(0, limits.maxPeopleFound)
      .flatMap(({ id, name }) => {
        const conversation = tables.latest.get(id)
        return conversation === undefined ? [] : [{ visitor: id, name, marks: marksIn(name, words), conversation }]
      })
  }

  return {
    async slice(reader, query) {
      const found = tables.entries.toReversed().flatMap((committed) => hitOf(committed, reader, query))
      const hits = found.slice(0, query.limit)
      const people = query.before === 0 && query.conversation === undefined ? peopleOf(query) : []
      const ids = new Set([...hits, ...people].map(({ conversation }) => conversation))
      return {
        hits,
        conversations: [...ids].flatMap((id) => summaryOf(id, reader) ?? []),
        people,
        next: found.length > hits.length ? (hits.at(-1)?.offset ?? NO_OFFSET) : NO_OFFSET,
        behind: 0,
      }
    },
  }
}
