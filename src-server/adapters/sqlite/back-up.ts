// A consistent copy of the database while it is in use. Uploaded files lie beside it and are the caller's to copy.
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { dataFilesOf } from './data-files.ts'
import { checkOurs } from './migrate.ts'
import { openReadDb, type ReadDb } from './open-database.ts'
import { StoreOpenError, toStoreOpenError } from './store-open-error.ts'

export type BackUpOptions = {
  readonly dataDir: string
  /** Must not exist yet. */
  readonly target: string
  readonly nativeBinding?: string | undefined
}

const flush = (path: string, flags: 'r' | 'r+'): void => {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Windows flushes only through a handle that may write. */
export const flushToDisk = (file: string): void => flush(file, 'r+')

/** A folder's entries are flushed where the system knows how; Windows does it by itself. */
export const flushFolderOf = (file: string): void => {
  if (process.platform !== 'win32') flush(dirname(file), 'r')
}

/** A source that is not there is said of the source, not of the copy. */
const openSource = (database: string, nativeBinding: string | undefined): ReadDb => {
  try {
    return openReadDb(database, { nativeBinding })
  } catch (error) {
    throw toStoreOpenError(error, database)
  }
}

/**
 * Reads one snapshot of the database (needs no lock: a running server goes on) and names the copy only when it is whole
 * and on disk.
 * @throws StoreOpenError
 */
export const backUpDatabase = ({ dataDir, target, nativeBinding }: BackUpOptions): void => {
  if (existsSync(target)) throw new StoreOpenError('cannot_open', target, 'it exists already')
  const { database } = dataFilesOf(dataDir)
  const partial = `${target}.partial`
  try {
    rmSync(partial, { force: true })
    const db = openSource(database, nativeBinding)
    try {
      checkOurs(db, database)
      db.prepare('VACUUM INTO ?').run(partial)
    } finally {
      db.close()
    }
    flushToDisk(partial)
    renameSync(partial, target)
    flushFolderOf(target)
  } catch (error) {
    rmSync(partial, { force: true })
    throw toStoreOpenError(error, target)
  }
}
