// The read side on its own thread and connection: a long history page never holds up a commit.
import { dataFilesOf } from './data-files.ts'
import { openReadDb } from './open-database.ts'
import type { Engine } from './remote-api.ts'
import { createSearchReads, type SearchReads } from './search-reads.ts'
import type { OnSlowQuery } from './slow-query-log.ts'
import { createReads, type Reads } from './storage-engine.ts'
import type { WorkerBirth } from './worker-messages.ts'

export type ReaderApi = Reads & SearchReads

/** The storage engine must have made the database before. */
export const openReaderEngine = ({ dataDir, nativeBinding }: WorkerBirth, onSlow: OnSlowQuery): Engine<ReaderApi> => {
  const files = dataFilesOf(dataDir)
  const db = openReadDb(files.database, { nativeBinding })
  const { search, close: closeSearch } = createSearchReads(db, files, { nativeBinding }, onSlow)
  return {
    ready: undefined,
    api: { ...createReads(db, onSlow), search },
    close() {
      closeSearch()
      db.close()
    },
  }
}
