// Opens connections. The brands keep a reader's connection out of code that writes.
import Database from 'better-sqlite3'

declare const brand: unique symbol
/** A connection that reads. Every WriteDb is one as well. */
export type ReadDb = Database.Database & { readonly [brand]: 'reads' | 'writes' }
export type WriteDb = Database.Database & { readonly [brand]: 'writes' }

/** Nobody holds the writer up for long; longer than this something is wrong. */
const BUSY_MS = 5_000
/** Holds the inner pages of the indexes of some ten million messages. Each connection fills one of its own, and the system keeps the same pages once more. */
const WRITER_CACHE_KIB = 32 * 1024
const READER_CACHE_KIB = 16 * 1024
/**
 * A message writes to four or five pages, each somewhere else, and each goes whole into the log: with SQLite's own 4 KB, twice
 * as much (docs/adr/0021). A file keeps the size it was made with.
 */
const PAGE_BYTES = 1024
/** For who walks a table once from one end to the other. */
export const PASSING_CACHE_KIB = 1024

/** `nativeBinding`: path of another build of the addon, for runtimes that the shipped one does not fit. */
export type OpenOptions = { readonly nativeBinding?: string | undefined }

export const databaseOptions = ({ nativeBinding }: OpenOptions, timeout = BUSY_MS): Database.Options =>
  nativeBinding ? { timeout, nativeBinding } : { timeout }

const tune = (db: Database.Database, cacheKib: number): void => {
  db.pragma(`cache_size = -${cacheKib}`)
  db.pragma('temp_store = MEMORY')
  db.pragma('trusted_schema = OFF')
}

/**
 * D1: in WAL mode with synchronous=FULL a commit returns after its fsync (F_FULLFSYNC on macOS, where fsync alone does not
 * reach the disk). The writer does not checkpoint by itself: see checkpoint.ts.
 * @param check looks at the file before anything in it is changed, and throws to refuse it
 */
export const openWriteDb = (file: string, options: OpenOptions, check: (db: ReadDb) => void): WriteDb => {
  const db = new Database(file, databaseOptions(options))
  try {
    check(db as ReadDb)
    db.pragma(`page_size = ${PAGE_BYTES}`)
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('fullfsync = ON')
    db.pragma('wal_autocheckpoint = 0')
    tune(db, WRITER_CACHE_KIB)
  } catch (error) {
    db.close()
    throw error
  }
  return db as WriteDb
}

export const openReadDb = (file: string, options: OpenOptions, cacheKib = READER_CACHE_KIB): ReadDb => {
  const db = new Database(file, { ...databaseOptions(options), readonly: true, fileMustExist: true })
  tune(db, cacheKib)
  return db as ReadDb
}

/** The code when it came out of SQLite itself: `SQLITE_FULL`, `SQLITE_IOERR_WRITE`, … */
export const sqliteCodeOf = (error: unknown): string | undefined =>
  error instanceof Error && error.name === 'SqliteError' && 'code' in error ? String(error.code) : undefined
