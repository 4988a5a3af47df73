// Tells a disk's failure, which fails the whole group and passes, from a fault of one write, which only that one answers for.
import { StorageError, type StorageErrorCode } from '../../ports/storage-error.ts'
import { sqliteCodeOf } from './open-database.ts'

const faults: readonly (readonly [prefix: string, code: StorageErrorCode])[] = [
  ['SQLITE_FULL', 'storage_full'],
  ['SQLITE_BUSY', 'storage_busy'],
  ['SQLITE_LOCKED', 'storage_busy'],
  ['SQLITE_IOERR', 'storage_failed'],
  ['SQLITE_READONLY', 'storage_failed'],
  ['SQLITE_CORRUPT', 'storage_failed'],
  ['SQLITE_NOTADB', 'storage_failed'],
  ['SQLITE_CANTOPEN', 'storage_failed'],
  ['SQLITE_NOMEM', 'storage_failed'],
  ['SQLITE_PROTOCOL', 'storage_failed'],
  ['SQLITE_PERM', 'storage_failed'],
  ['SQLITE_INTERRUPT', 'storage_failed'],
]

/** @returns undefined when it is no fault of the storage. */
export const storageFaultOf = (error: unknown): StorageErrorCode | undefined => {
  if (error instanceof StorageError) return error.code
  const code = sqliteCodeOf(error)
  return code === undefined ? undefined : faults.find(([prefix]) => code.startsWith(prefix))?.[1]
}
