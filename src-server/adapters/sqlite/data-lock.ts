// One server for one data folder. The lock is SQLite's own on a tiny second file: the system drops it when the process
// dies, however it dies, and it works wherever SQLite does.
import Database from 'better-sqlite3'
import { dirname } from 'node:path'
import { databaseOptions, sqliteCodeOf, type OpenOptions } from './open-database.ts'
import { StoreOpenError } from './store-open-error.ts'

export type DataLock = { release(): void }

/** @throws StoreOpenError `locked` at once when somebody has it. */
export const lockData = (file: string, options: OpenOptions): DataLock => {
  const db = new Database(file, databaseOptions(options, 0))
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    const isHeld = sqliteCodeOf(error)?.startsWith('SQLITE_BUSY')
    throw isHeld ? new StoreOpenError('locked', dirname(file), 'another process holds the lock file') : error
  }
  return { release: () => void db.close() }
}
