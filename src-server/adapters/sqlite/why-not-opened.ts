// Asks the file system itself when an error does not say why: SQLite only "cannot open" on a disk that is read-only, and
// Node says of a folder that it may not make there that the folder above is missing.
import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { toStoreOpenError, type StoreOpenError } from './store-open-error.ts'

const nearestExisting = (path: string): string => (existsSync(path) ? path : nearestExisting(dirname(path)))

type AskToWrite = (path: string) => void
const askTheSystem: AskToWrite = (path) => accessSync(path, constants.W_OK)

/** @param file what could not be opened, in `dataDir`. @param ask throws what the system says against writing there */
export const whyNotOpened = (
  error: unknown,
  dataDir: string,
  file: string,
  ask: AskToWrite = askTheSystem,
): StoreOpenError => {
  const told = toStoreOpenError(error, file)
  if (told.kind !== 'cannot_open') return told
  const refusalOf = (path: string): unknown => {
    try {
      ask(nearestExisting(path))
      return undefined
    } catch (refusal) {
      return refusal
    }
  }
  const refusal = refusalOf(dataDir) ?? refusalOf(file)
  const asked = refusal === undefined ? told : toStoreOpenError(refusal, dataDir)
  return asked.kind === 'read_only' ? asked : told
}
