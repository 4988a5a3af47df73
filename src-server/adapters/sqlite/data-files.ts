// Names of what lies in a data folder.
import { join } from 'node:path'

export type DataFiles = { readonly database: string; readonly search: string; readonly lock: string }

export const dataFilesOf = (dataDir: string): DataFiles => ({
  database: join(dataDir, 'frontdesk.db'),
  search: join(dataDir, 'search.db'),
  lock: join(dataDir, 'frontdesk.lock'),
})
