// One slice of a search: offsets from the full-text index, what they stand for from the journal.
import {
  isWritten,
  type ConversationId,
  type ConversationSummary,
  type EpochMs,
  type Offset,
  type VisitorId,
} from '../../protocol/index.ts'
import type { PersonHit, SearchHit } from '../../protocol/search-schemas.ts'
import { mayRead } from '../../core/conversation/may-read.ts'
import { redact } from '../../core/conversation/redact.ts'
import { searchableOf } from '../../core/search/searchable.ts'
import { hasWords, wantedWords, type SearchWord } from '../../core/search/search-words.ts'
import { marksIn, snippetOf } from '../../core/search/snippet.ts'
import type { Reader } from '../../ports/journal.ts'
import type { SearchQuery, SearchSlice } from '../../ports/message-search.ts'
import { summaryOf, type SummaryRow } from './conversation-row.ts'
import type { DataFiles } from './data-files.ts'
import { authorKindNumber, ENTRY_COLUMNS, entryOf, type EntryRow } from './entry-row.ts'
import type { OpenOptions, ReadDb } from './open-database.ts'
import { SUMMARIES } from './read-statements.ts'
import { createSearchFile } from './search-file.ts'
import { createSearchWalk } from './search-walk.ts'
import { createPrepare, type OnSlowQuery } from './slow-query-log.ts'

export type SearchReads = { search(reader: Reader, query: SearchQuery): SearchSlice }

const AGENT = authorKindNumber('agent')
const nothing: readonly never[] = []

export const createSearchReads = (
  journal: ReadDb,
  files: DataFiles,
  options: OpenOptions,
  onSlow: OnSlowQuery,
): SearchReads & { close(): void } => {
  const { query: prepare } = createPrepare(journal, onSlow)
  const entryAt = prepare<[Offset], EntryRow>(
    'searchedEntry',
    `SELECT ${ENTRY_COLUMNS} FROM entries e WHERE e.offset = +?`,
  )
  const summaryAt = prepare<[viewerKind: number, viewerId: number, ConversationId], SummaryRow>(
    'searchedConversation',
    `${SUMMARIES} WHERE c.id = +?`,
  )
  const latestOf = prepare<[VisitorId], { readonly id: ConversationId }>(
    'latestConversation',
    'SELECT id FROM conversations WHERE visitor = +? ORDER BY id DESC LIMIT 1',
  )
  const head = prepare<[], { readonly head: number }>('head', 'SELECT coalesce(max(offset), 0) AS head FROM entries')
  const timeFrom = prepare<[Offset], { readonly offset: Offset; readonly at: EpochMs }>(
    'timeFrom',
    'SELECT offset, at FROM entries WHERE offset >= +? ORDER BY offset LIMIT 1',
  )
  const file = createSearchFile(files, options, (db) => createSearchWalk(db, onSlow))

  /** The first offset whose entry is not from before the time: times rise with offsets, but for a clock that was set back. */
  const offsetAt = (time: EpochMs, newest: number): Offset => {
    let below = 0
    let above = newest + 1
    while (above - below > 1) {
      const middle = Math.floor((below + above) / 2)
      const found = timeFrom.get(middle as Offset)
      if (found && found.at < time) below = found.offset
      else above = middle
    }
    return above as Offset
  }

  const boundsOf = ({ before, from, until }: SearchQuery, newest: number) => {
    const end = until === undefined ? newest + 1 : offsetAt(until, newest)
    return {
      from: from === undefined ? (1 as Offset) : offsetAt(from, newest),
      until: (before === 0 ? end : Math.min(before, end)) as Offset,
    }
  }

  const createSummaries = (reader: Reader) => {
    const known = new Map<ConversationId, ConversationSummary | undefined>()
    return {
      /** Undefined for what the reader may not read. */
      of(id: ConversationId): ConversationSummary | undefined {
        if (known.has(id)) return known.get(id)
        const row = summaryAt.get(AGENT, reader.kind === 'agent' ? reader.id : 0, id)
        const summary = row && mayRead(reader, row) ? summaryOf(row, reader) : undefined
        known.set(id, summary)
        return summary
      },
      all: (): readonly ConversationSummary[] => [...known.values()].filter((summary) => summary !== undefined),
    }
  }
  type Summaries = ReturnType<typeof createSummaries>

  const hitAt = (
    offset: Offset,
    reader: Reader,
    { tag }: SearchQuery,
    words: readonly SearchWord[],
    from: Summaries,
  ): readonly SearchHit[] => {
    const row = entryAt.get(offset)
    const entry = row && redact(entryOf(row), reader)
    const found = entry && searchableOf(entry)
    const summary = entry && from.of(entry.conversation)
    if (!entry || !found || !summary) return nothing
    // Until the index has heard of an edit, it knows the words of before.
    if (isWritten(entry) && entry.body.revision && !hasWords(found.text, words)) return nothing
    if (tag !== undefined && !summary.visitor.tags.includes(tag)) return nothing
    const { at, conversation, seq, author } = entry
    return [{ offset, seq, conversation, at, author, by: found.by, snippet: snippetOf(found.text, words) }]
  }

  const personAt = (visitor: VisitorId, words: readonly SearchWord[], from: Summaries): readonly PersonHit[] => {
    const conversation = latestOf.get(visitor)?.id
    const summary = conversation === undefined ? undefined : from.of(conversation)
    if (conversation === undefined || !summary) return nothing
    const { name } = summary.visitor
    return [{ visitor, name, marks: marksIn(name, words), conversation }]
  }

  const search = (reader: Reader, query: SearchQuery): SearchSlice => {
    const newest = head.get()?.head ?? 0
    const bounds = boundsOf(query, newest)
    const walked = file.with((walk) => ({
      cursor: walk.cursor(),
      ...walk.messages(query, bounds),
      people: query.before === 0 && query.conversation === undefined ? walk.people(query.text) : nothing,
    }))
    if (!walked) return { hits: nothing, conversations: nothing, people: nothing, next: 0 as Offset, behind: newest }
    const words = wantedWords(query.text)
    const summaries = createSummaries(reader)
    const hits = walked.offsets.flatMap((offset) => hitAt(offset, reader, query, words, summaries))
    const people = walked.people.flatMap((visitor) => personAt(visitor, words, summaries))
    return {
      hits,
      conversations: summaries.all(),
      people,
      next: walked.reached > bounds.from ? walked.reached : (0 as Offset),
      behind: Math.max(0, newest - walked.cursor),
    }
  }

  return { search: journal.transaction(search), close: () => file.close() }
}
