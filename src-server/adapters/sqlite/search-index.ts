// The full-text index: its own file, filled behind by a cursor on the journal, disposable. Lost or of another journal, it is
// made again from the beginning.
import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import type { AgentId, ConversationId, Offset, VisitorId } from '../../protocol/index.ts'
import { searchableOf } from '../../core/search/searchable.ts'
import { ENTRY_COLUMNS, entryOf, type EntryRow } from './entry-row.ts'
import { databaseOptions, sqliteCodeOf, type OpenOptions, type ReadDb } from './open-database.ts'
import { factTerms, indexTerms } from './search-terms.ts'
import { createVolume, indexSchema, tableOf, volumeOf } from './search-volumes.ts'

/** Raised when what is indexed changes: an index of another version is made again. */
const INDEX_VERSION = 3
/** Entries in one step: about 20 ms of work, so that a checkpoint never waits long behind it. */
const ENTRIES_PER_STEP = 400

/** Pages of one step of packing a full volume: some milliseconds. */
const PAGES_PER_PACKING = 128
/** Fewer changes than this and there was nothing left to pack (SQLite's documentation of FTS5, "merge"). */
const FEWEST_CHANGES = 2

export type SearchIndex = {
  /** Indexes the next few entries, or packs a little of a full volume. @returns how many of the journal's are still to come; 0: all is done. */
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

const dropAll = (db: Database.Database): void => {
  const tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
  const virtual = db.prepare<[], { readonly name: string }>(`${tables} AND sql LIKE 'CREATE VIRTUAL%'`).all()
  for (const { name } of virtual) db.exec(`DROP TABLE "${name}"`)
  for (const { name } of db.prepare<[], { readonly name: string }>(tables).all()) db.exec(`DROP TABLE "${name}"`)
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
      dropAll(db)
      db.exec(indexSchema)
      db.prepare('INSERT INTO progress VALUES (?, 0)').run(epoch)
      db.pragma(`user_version = ${INDEX_VERSION}`)
    })()
  }

  const head = journal.prepare<[], { head: number }>('SELECT coalesce(max(offset), 0) AS head FROM entries')
  const after = journal.prepare<[cursor: number, limit: number], EntryRow & { readonly owner: AgentId }>(
    `SELECT ${ENTRY_COLUMNS}, e.owner FROM entries e WHERE e.offset > ? ORDER BY e.offset LIMIT ?`,
  )
  const cursor = db.prepare<[], { cursor: Offset }>('SELECT cursor FROM progress')
  const move = db.prepare<[Offset]>('UPDATE progress SET cursor = ?')
  const insertPlace = db.prepare<[Offset, number]>('INSERT INTO places VALUES (?, ?)')
  const insertName = db.prepare<[VisitorId, string]>('INSERT OR REPLACE INTO people (rowid, terms) VALUES (?, ?)')

  const tagsOf = journal.prepare<[ConversationId], { readonly tags: string }>(
    'SELECT v.tags FROM conversations c CROSS JOIN visitors v ON v.id = c.visitor WHERE c.id = ?',
  )
  const insertVolume = db.prepare<[number]>('INSERT OR IGNORE INTO volumes VALUES (?, 0)')
  const unpacked = db.prepare<[before: number], { readonly volume: number }>(
    'SELECT volume FROM volumes WHERE is_packed = 0 AND volume < ? ORDER BY volume LIMIT 1',
  )
  const markPacked = db.prepare<[number]>('UPDATE volumes SET is_packed = 1 WHERE volume = ?')
  const changes = db.prepare<[], { readonly changes: number }>('SELECT total_changes() AS changes')

  let filling: { readonly volume: number; readonly insert: Database.Statement<[Offset, string]> } | undefined
  const inserting = (offset: Offset): Database.Statement<[Offset, string]> => {
    const volume = volumeOf(offset)
    if (filling?.volume === volume) return filling.insert
    if (insertVolume.run(volume).changes > 0) db.exec(createVolume(volume))
    filling = { volume, insert: db.prepare(`INSERT INTO ${tableOf(volume)} (rowid, terms) VALUES (?, ?)`) }
    return filling.insert
  }

  /** Makes one list of a full volume's many, a little at a time. */
  const begun = new Set<number>()
  const pack = (volume: number): void => {
    const table = tableOf(volume)
    const isBegun = begun.has(volume)
    const before = changes.get()?.changes ?? 0
    const pages = isBegun ? PAGES_PER_PACKING : -PAGES_PER_PACKING
    db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${pages})`).run()
    begun.add(volume)
    const changed = (changes.get()?.changes ?? 0) - before
    if (isBegun && changed < FEWEST_CHANGES) markPacked.run(volume)
  }

  type TagsKnown = Map<ConversationId, readonly string[]>
  type IndexedRow = EntryRow & { readonly owner: AgentId }
  const rowAt = journal.prepare<[Offset], IndexedRow>(
    `SELECT ${ENTRY_COLUMNS}, e.owner FROM entries e WHERE e.offset = ?`,
  )
  /** What was edited is found by its new words alone, what was recalled by none. */
  const indexAgain = (message: Offset, tagsKnown: TagsKnown): void => {
    const row = rowAt.get(message)
    if (!row) return
    const volume = db.prepare<[number], { readonly volume: number }>('SELECT volume FROM volumes WHERE volume = ?')
    if (volume.get(volumeOf(message))) {
      db.prepare<[Offset]>(`DELETE FROM ${tableOf(volumeOf(message))} WHERE rowid = ?`).run(message)
      db.prepare<[Offset]>('DELETE FROM places WHERE offset = ?').run(message)
    }
    indexRow(row, tagsKnown)
  }

  const indexRow = (row: IndexedRow, tagsKnown: TagsKnown): void => {
    const entry = entryOf(row)
    if (entry.kind === 'message.revised') return indexAgain(entry.body.message, tagsKnown)
    if (entry.kind === 'conversation.opened') {
      const { id, name } = entry.body.visitor
      const names = indexTerms(name)
      if (names.length > 0) insertName.run(id, names.join(' '))
    }
    const found = searchableOf(entry)
    const words = indexTerms(found?.text ?? '')
    if (!found || words.length === 0) return
    const { offset, conversation, author } = entry
    const tags =
      tagsKnown.get(conversation) ?? (JSON.parse(tagsOf.get(conversation)?.tags ?? '[]') as readonly string[])
    tagsKnown.set(conversation, tags)
    const wrote = author.kind === 'agent' ? [author.id as AgentId] : []
    const had = row.owner > 0 ? [row.owner] : []
    const facts = factTerms({ by: found.by, conversation, agents: [...wrote, ...had], tags })
    inserting(offset).run(offset, [...words, ...facts].join(' '))
    insertPlace.run(offset, conversation)
  }

  const unpackedBefore = (upTo: number) => unpacked.get(volumeOf(upTo))
  /** While something is to be packed it is not at its end either. */
  const restAfter = (upTo: number): number => Math.max((head.get()?.head ?? upTo) - upTo, unpackedBefore(upTo) ? 1 : 0)

  return {
    step() {
      const from = cursor.get()?.cursor ?? 0
      const full = unpackedBefore(from)
      if (full) {
        pack(full.volume)
        return restAfter(from)
      }
      const rows = after.all(from, ENTRIES_PER_STEP)
      const last = rows.at(-1)
      if (!last) return 0
      const tagsKnown = new Map<ConversationId, readonly string[]>()
      try {
        db.transaction(() => {
          for (const row of rows) indexRow(row, tagsKnown)
          move.run(last.offset)
        })()
      } catch (error) {
        // A volume that was made in what is taken back is not there.
        filling = undefined
        throw error
      }
      return restAfter(last.offset)
    },
    close: () => void db.close(),
  }
}
