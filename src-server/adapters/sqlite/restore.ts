// Puts a backup in the place of the database. It becomes a new journal with its own epoch: clients that knew what came
// after the backup start from a fresh snapshot instead of trusting offsets that now mean something else (D4).
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { flushFolderOf, flushToDisk } from './back-up.ts'
import { dataFilesOf } from './data-files.ts'
import { lockData } from './data-lock.ts'
import { checkOurs, migrate } from './migrate.ts'
import { openWriteDb, type WriteDb } from './open-database.ts'
import { StoreOpenError, toStoreOpenError } from './store-open-error.ts'

export type RestoreOptions = {
  readonly dataDir: string
  readonly source: string
  /** Of the new journal; from makeEpoch(). */
  readonly epoch: string
  readonly nativeBinding?: string | undefined
}

/**
 * Visitors made after the backup still hold their tokens. Numbers from far beyond theirs make sure that none of them is
 * ever taken for somebody else.
 */
const SKIPPED_VISITOR_IDS = 1_000_000

const prepareCopy = (db: WriteDb, copy: string, epoch: string): void => {
  const problem = String(db.pragma('quick_check(1)', { simple: true }))
  if (problem !== 'ok') throw new StoreOpenError('not_a_database', copy, problem)
  migrate(db)
  db.prepare("INSERT OR REPLACE INTO meta VALUES ('epoch', ?)").run(new TextEncoder().encode(epoch))
  const highest = db.prepare<[], { seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'visitors'").get()
  db.prepare("DELETE FROM sqlite_sequence WHERE name = 'visitors'").run()
  db.prepare("INSERT INTO sqlite_sequence VALUES ('visitors', ?)").run((highest?.seq ?? 0) + SKIPPED_VISITOR_IDS)
  // One plain file is what gets renamed into place.
  db.pragma('journal_mode = DELETE')
}

/**
 * The database that was there is kept beside the new one; its name is returned. Only while no server runs on the folder.
 * @throws StoreOpenError; what was there is untouched then
 */
export const restoreDatabase = ({ dataDir, source, epoch, nativeBinding }: RestoreOptions): string | undefined => {
  const { database, lock: lockFile } = dataFilesOf(dataDir)
  const options = { nativeBinding }
  const copy = `${database}.restoring`
  const kept = `${database}.before-restore`
  try {
    if (!existsSync(source)) throw new StoreOpenError('cannot_open', source, 'there is no such file')
    mkdirSync(dataDir, { recursive: true })
    const lock = lockData(lockFile, options)
    try {
      copyFileSync(source, copy)
      const db = openWriteDb(copy, options, (found) => checkOurs(found, source))
      try {
        prepareCopy(db, copy, epoch)
      } finally {
        db.close()
      }
      flushToDisk(copy)
      const hadDatabase = existsSync(database)
      // The log belongs to the file it was written for: the three move together.
      for (const suffix of ['-shm', '-wal', '']) {
        rmSync(`${kept}${suffix}`, { force: true })
        if (existsSync(`${database}${suffix}`)) renameSync(`${database}${suffix}`, `${kept}${suffix}`)
      }
      renameSync(copy, database)
      flushFolderOf(database)
      return hadDatabase ? kept : undefined
    } finally {
      lock.release()
    }
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${copy}${suffix}`, { force: true })
    throw toStoreOpenError(error, source)
  }
}
