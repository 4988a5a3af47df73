// Asking the full-text index. It is opened for each question: rare enough, and the index may be made anew at any time.
import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { previewOf, type ConversationId, type EntryOf, type EpochMs, type Offset } from '../../protocol/index.ts'
import { ENTRY_COLUMNS, entryOf, type EntryRow } from './entry-row.ts'
import { databaseOptions, type OpenOptions, type ReadDb } from './open-database.ts'
import { searchQuery } from './search-terms.ts'
import { createPrepare, type OnSlowQuery } from './slow-query-log.ts'

export type SearchQuery = {
  readonly text: string
  /** Only older hits than this offset; 0 for the newest. */
  readonly before: Offset
  readonly limit: number
}
export type SearchHit = {
  readonly offset: Offset
  readonly conversation: ConversationId
  readonly at: EpochMs
  readonly preview: string
}
export type SearchReads = { search(query: SearchQuery): readonly SearchHit[] }

export const createSearchReads = (
  journal: ReadDb,
  file: string,
  options: OpenOptions,
  onSlow: OnSlowQuery,
): SearchReads => {
  const entry = createPrepare(journal, onSlow).query<[Offset], EntryRow>(
    'searchedEntry',
    `SELECT ${ENTRY_COLUMNS} FROM entries e WHERE e.offset = ?`,
  )
  const offsetsOf = (match: string, { before, limit }: SearchQuery): readonly Offset[] => {
    const db = new Database(file, { ...databaseOptions(options), readonly: true })
    try {
      const found = createPrepare(db as ReadDb, onSlow).query<[string, number, number], { readonly offset: Offset }>(
        'searchMessages',
        'SELECT rowid AS offset FROM messages WHERE messages MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?',
      )
      return found.all(match, before === 0 ? Number.MAX_SAFE_INTEGER : before, limit).map((row) => row.offset)
    } finally {
      db.close()
    }
  }
  return {
    /** Newest first. What was said in the last moments may not be indexed yet. */
    search(query) {
      const match = searchQuery(query.text)
      if (match === undefined || !existsSync(file)) return []
      return offsetsOf(match, query).flatMap((offset) => {
        const row = entry.get(offset)
        if (!row) return []
        const { at, conversation, body } = entryOf(row) as EntryOf<'message.sent'> // only messages are indexed
        return [{ offset, conversation, at, preview: previewOf(body.text, body.files) }]
      })
    },
  }
}
