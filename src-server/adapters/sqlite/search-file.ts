// The reading side's connection to the full-text index, with the journal's database beside it for what changes. It is opened by the first
// search. The index is disposable: it may be missing, or another file than a moment ago.
import Database from 'better-sqlite3'
import { statSync } from 'node:fs'
import type { DataFiles } from './data-files.ts'
import { databaseOptions, sqliteCodeOf, type OpenOptions, type ReadDb } from './open-database.ts'

/** Inner pages of the lists of terms, and the ends of those that are asked for most. */
const INDEX_CACHE_KIB = 4 * 1024
/** Of the journal's database only conversations are looked up here. */
const DESK_CACHE_KIB = 4 * 1024

export type SearchFile<Prepared> = {
  /** @returns what `ask` makes of it, or undefined while there is no index that can be read. */
  with<T>(ask: (prepared: Prepared) => T): T | undefined
  close(): void
}

/** Codes of an index that is not there, not ready, or broken. Whoever fills it makes it anew; until then nothing is found. */
const isUnusable = (error: unknown): boolean => {
  const code = sqliteCodeOf(error)
  return (
    code === 'SQLITE_ERROR' ||
    code === 'SQLITE_NOTADB' ||
    code === 'SQLITE_CANTOPEN' ||
    code?.startsWith('SQLITE_CORRUPT') === true
  )
}

export const createSearchFile = <Prepared>(
  files: DataFiles,
  options: OpenOptions,
  prepare: (db: ReadDb) => Prepared,
): SearchFile<Prepared> => {
  let opened: { readonly db: Database.Database; readonly inode: number; readonly prepared: Prepared } | undefined

  const close = (): void => {
    opened?.db.close()
    opened = undefined
  }

  const open = (inode: number): Prepared => {
    const db = new Database(files.search, { ...databaseOptions(options), readonly: true, fileMustExist: true })
    try {
      db.prepare('ATTACH ? AS desk').run(files.database)
      db.pragma(`main.cache_size = -${INDEX_CACHE_KIB}`)
      db.pragma(`desk.cache_size = -${DESK_CACHE_KIB}`)
      db.pragma('trusted_schema = OFF')
      opened = { db, inode, prepared: prepare(db as ReadDb) }
      return opened.prepared
    } catch (error) {
      db.close()
      throw error
    }
  }

  return {
    with(ask) {
      const found = statSync(files.search, { throwIfNoEntry: false })
      if (opened && opened.inode !== found?.ino) close()
      if (!found) return undefined
      try {
        return ask(opened?.prepared ?? open(found.ino))
      } catch (error) {
        if (!isUnusable(error)) throw error
        close()
        return undefined
      }
    },
    close,
  }
}
