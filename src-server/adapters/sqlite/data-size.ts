// How large the database is and how much room its disk has. Asks the file system, never the database.
import { stat, statfs } from 'node:fs/promises'
import { dataFilesOf } from './data-files.ts'

/** Null where it cannot be told. */
export type DataSize = { readonly databaseBytes: number | null; readonly freeBytes: number | null }

const bytesOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    () => null,
  )

/** The database with its write-ahead log, which holds what has not been taken over yet. Never rejects. */
export const dataSize = async (dataDir: string): Promise<DataSize> => {
  const { database } = dataFilesOf(dataDir)
  const [main, log, disk] = await Promise.all([
    bytesOf(database),
    bytesOf(`${database}-wal`),
    statfs(dataDir).catch(() => null),
  ])
  return {
    databaseBytes: main === null ? null : main + (log ?? 0),
    freeBytes: disk === null ? null : disk.bavail * disk.bsize,
  }
}
