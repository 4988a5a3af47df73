// What may be slow: checkpoints, the full-text index, backups. On its own thread, called when the schedule says so.
import { limits } from '../../protocol/index.ts'
import { StorageError } from '../../ports/storage-error.ts'
import { backUpDatabase } from './back-up.ts'
import { moveLog, type MovedLog } from './checkpoint.ts'
import { dataFilesOf } from './data-files.ts'
import { freeDiskBytes } from './free-disk.ts'
import { checkOurs } from './migrate.ts'
import { openReadDb, openWriteDb, PASSING_CACHE_KIB } from './open-database.ts'
import type { Engine } from './remote-api.ts'
import { isIndexDamaged, openSearchIndex, removeSearchIndex, type SearchIndex } from './search-index.ts'
import type { WorkerBirth } from './worker-messages.ts'

export type MaintenanceApi = {
  moveLog(): MovedLog
  /** @returns how many entries the index is still behind. */
  indexSome(): number
  backUp(target: string): void
}

/** The storage engine must have made the database before. */
export const openMaintenanceEngine = ({ dataDir, nativeBinding }: WorkerBirth): Engine<MaintenanceApi> => {
  const files = dataFilesOf(dataDir)
  const options = { nativeBinding }
  const writer = openWriteDb(files.database, options, (db) => checkOurs(db, files.database))
  const reader = openReadDb(files.database, options, PASSING_CACHE_KIB)
  let index: SearchIndex | undefined
  const indexSome = (): number => {
    // What room is left belongs to the log and the database; the index can wait.
    if (freeDiskBytes(dataDir) < limits.minFreeDiskBytes) throw new StorageError('storage_full')
    try {
      return (index ??= openSearchIndex(reader, files.search, options)).step()
    } catch (error) {
      index?.close()
      index = undefined
      if (isIndexDamaged(error)) removeSearchIndex(files.search)
      throw error
    }
  }
  return {
    ready: undefined,
    api: {
      moveLog: () => moveLog(writer),
      indexSome,
      backUp: (target) => backUpDatabase({ dataDir, target, nativeBinding }),
    },
    close() {
      index?.close()
      reader.close()
      writer.close()
    },
  }
}
