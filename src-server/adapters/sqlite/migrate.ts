// Brings a database up to date, or refuses it. One transaction: a failed migration leaves the file as it was.
import type { ReadDb, WriteDb } from './open-database.ts'
import type { Migration } from './migration.ts'
import { migrations } from './migration-list.ts'
import { StoreOpenError } from './store-open-error.ts'

/** "FDSK": tells our files from other programs' SQLite files. */
export const APPLICATION_ID = 0x46_44_53_4b

const numberOf = (db: ReadDb, pragma: string): number => Number(db.pragma(pragma, { simple: true }))
const newestOf = (steps: readonly Migration[]): number => steps.at(-1)?.version ?? 0
const isEmpty = (db: ReadDb): boolean => db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined

/** @throws StoreOpenError `not_a_database` for another program's file, `newer_version` for a later Frontdesk's. */
export const checkOurs = (db: ReadDb, file: string, steps: readonly Migration[] = migrations): void => {
  if (numberOf(db, 'application_id') !== APPLICATION_ID && !isEmpty(db))
    throw new StoreOpenError('not_a_database', file, 'it belongs to another program')
  const found = numberOf(db, 'user_version')
  if (found > newestOf(steps))
    throw new StoreOpenError('newer_version', file, `it is at version ${found}, this program knows ${newestOf(steps)}`)
}

/** @param steps all migrations; a test passes fewer to stand where an older release stood */
export const migrate = (db: WriteDb, steps: readonly Migration[] = migrations): void => {
  const found = numberOf(db, 'user_version')
  if (found === newestOf(steps)) return
  db.transaction(() => {
    for (const step of steps) if (step.version > found) step.up(db)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${newestOf(steps)}`)
  }).immediate()
}
