// Moves the log into the database. Never on the writer's thread: the writer only appends.
import { statSync } from 'node:fs'
import type { WriteDb } from './open-database.ts'

/**
 * Under unbroken load the log never finds the moment to start over and grows; past this it is emptied by force, for which
 * the writer waits. Also bounds what has to be read back after a crash.
 */
const MAX_WAL_BYTES = 64 * 1024 * 1024

export type CheckpointReport = { readonly walBytes: number; readonly wasEmptied: boolean }

const walBytesOf = (file: string): number => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0

export const checkpoint = (db: WriteDb, file: string, maxWalBytes = MAX_WAL_BYTES): CheckpointReport => {
  db.pragma('wal_checkpoint(PASSIVE)')
  const walBytes = walBytesOf(file)
  if (walBytes <= maxWalBytes) return { walBytes, wasEmptied: false }
  // The bulk was just moved without holding anyone up: what is left for the forced one is a moment's worth.
  db.pragma('wal_checkpoint(TRUNCATE)')
  const left = walBytesOf(file)
  return { walBytes: left, wasEmptied: left < walBytes }
}
