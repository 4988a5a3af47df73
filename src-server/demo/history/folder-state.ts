// What a data folder holds, asked without changing anything in it: a real desk must not even be migrated by a demo.
import { existsSync } from 'node:fs'
import { dataFilesOf } from '../../adapters/sqlite/data-files.ts'
import { checkOurs } from '../../adapters/sqlite/migrate.ts'
import { openReadDb, type ReadDb } from '../../adapters/sqlite/open-database.ts'
import { toStoreOpenError } from '../../adapters/sqlite/store-open-error.ts'

/** In the table of what belongs to the database itself: it moves with a backup. */
export const DEMO_MARK = 'demo'

/** `empty`: never used. `demo`: made by us. `used`: somebody's desk. */
export type FolderState = 'empty' | 'demo' | 'used'

const has = (db: ReadDb, question: string): boolean =>
  db.prepare(`SELECT 1 WHERE EXISTS (${question})`).get() !== undefined

const stateOf = (db: ReadDb): FolderState => {
  if (!has(db, "SELECT 1 FROM sqlite_schema WHERE name = 'meta'")) return 'empty'
  if (has(db, `SELECT 1 FROM meta WHERE key = '${DEMO_MARK}'`)) return 'demo'
  return has(db, 'SELECT 1 FROM entries') ? 'used' : 'empty'
}

/** @throws StoreOpenError */
export const folderState = (dataDir: string, nativeBinding: string | undefined): FolderState => {
  const { database } = dataFilesOf(dataDir)
  if (!existsSync(database)) return 'empty'
  try {
    const db = openReadDb(database, { nativeBinding })
    try {
      checkOurs(db, database)
      return stateOf(db)
    } finally {
      db.close()
    }
  } catch (error) {
    throw toStoreOpenError(error, database)
  }
}
