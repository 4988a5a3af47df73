// The full-text index: its own file, filled behind by a cursor on the journal, disposable. Lost or of another journal, it is
// made again from the beginning.
import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import type { EntryOf, Offset } from '../../protocol/index.ts'
import { ENTRY_COLUMNS, entryKindNumber, entryOf, type EntryRow } from './entry-row.ts'
import { databaseOptions, sqliteCodeOf, type OpenOptions, type ReadDb } from './open-database.ts'
import { indexTerms } from './search-terms.ts'

/** Raised when what is indexed changes: an index of another version is made again. */
const INDEX_VERSION = 1
/** Entries in one step: about 20 ms of work, so that a checkpoint never waits long behind it. */
const ENTRIES_PER_STEP = 500
const MESSAGE = entryKindNumber('message.sent')

const schema = `
  DROP TABLE IF EXISTS messages;
  DROP TABLE IF EXISTS progress;
  CREATE VIRTUAL TABLE messages USING fts5(grams, chars, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2');
  CREATE TABLE progress (epoch BLOB NOT NULL, cursor INTEGER NOT NULL) STRICT;
`

export type SearchIndex = {
  /** Indexes the next few entries. @returns how many of the journal's are still to come. */
  step(): number
  close(): void
}

const openFile = (file: string, options: OpenOptions): Database.Database => {
  const db = new Database(file, databaseOptions(options))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  return db
}

/** Whether the file itself is beyond use; a new one mends that. */
export const isIndexDamaged = (error: unknown): boolean => {
  const code = sqliteCodeOf(error)
  return code === 'SQLITE_NOTADB' || code?.startsWith('SQLITE_CORRUPT') === true
}

export const removeSearchIndex = (file: string): void => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
}

const openOrRemake = (file: string, options: OpenOptions): Database.Database => {
  try {
    return openFile(file, options)
  } catch (error) {
    if (!isIndexDamaged(error)) throw error
    removeSearchIndex(file)
    return openFile(file, options)
  }
}

export const openSearchIndex = (journal: ReadDb, file: string, options: OpenOptions): SearchIndex => {
  const db = openOrRemake(file, options)
  const epoch = journal.prepare<[], { value: Uint8Array }>("SELECT value FROM meta WHERE key = 'epoch'").get()?.value
  const isFresh = (): boolean => {
    if (Number(db.pragma('user_version', { simple: true })) !== INDEX_VERSION) return false
    const progress = db.prepare<[], { epoch: Uint8Array }>('SELECT epoch FROM progress').get()
    return progress !== undefined && epoch !== undefined && Buffer.compare(progress.epoch, epoch) === 0
  }
  if (!isFresh()) {
    db.transaction(() => {
      db.exec(schema)
      db.prepare('INSERT INTO progress VALUES (?, 0)').run(epoch)
      db.pragma(`user_version = ${INDEX_VERSION}`)
    })()
  }

  const head = journal.prepare<[], { head: number }>('SELECT coalesce(max(offset), 0) AS head FROM entries')
  const after = journal.prepare<[cursor: number, limit: number], EntryRow>(
    `SELECT ${ENTRY_COLUMNS} FROM entries e WHERE e.offset > ? ORDER BY e.offset LIMIT ?`,
  )
  const cursor = db.prepare<[], { cursor: Offset }>('SELECT cursor FROM progress')
  const move = db.prepare<[Offset]>('UPDATE progress SET cursor = ?')
  const insert = db.prepare<[Offset, string, string]>('INSERT INTO messages (rowid, grams, chars) VALUES (?, ?, ?)')

  const indexRow = (row: EntryRow): void => {
    if (row.kind !== MESSAGE) return
    const { offset, body } = entryOf(row) as EntryOf<'message.sent'> // just asked for its kind
    const { grams, chars } = indexTerms([body.text, ...body.files.map((attached) => attached.name)].join('\n'))
    if (grams !== '') insert.run(offset, grams, chars)
  }

  return {
    step() {
      const from = cursor.get()?.cursor ?? 0
      const rows = after.all(from, ENTRIES_PER_STEP)
      const last = rows.at(-1)
      if (!last) return 0
      db.transaction(() => {
        rows.forEach(indexRow)
        move.run(last.offset)
      })()
      return (head.get()?.head ?? last.offset) - last.offset
    },
    close: () => void db.close(),
  }
}
