// Moves the log into the database. Never on the writer's thread: the writer only appends.
import type { WriteDb } from './open-database.ts'

/**
 * Under unbroken load the log never finds the moment to start over and grows; past this it is moved by force, for which the
 * writer waits a moment. Also bounds what has to be read back after a crash.
 */
const MAX_LOG_BYTES = 64 * 1024 * 1024

export type CheckpointReport = {
  /** Since it last started over. */
  readonly logBytes: number
  readonly wasForced: boolean
}

type Progress = { readonly busy: number; readonly log: number; readonly checkpointed: number }

/**
 * The file of the log keeps its size, which the next log is written into: a write that makes a file longer has to wait for the
 * file system's own journal as well, and took twice as long at p50 and ten times at p99 (ext4).
 */
export const checkpoint = (db: WriteDb, maxLogBytes = MAX_LOG_BYTES): CheckpointReport => {
  const run = (mode: 'PASSIVE' | 'RESTART'): Progress => {
    const [progress] = db.pragma(`wal_checkpoint(${mode})`) as Progress[] // one row, as SQLite's documentation has it
    if (!progress) throw new Error('a checkpoint gave no answer')
    return progress
  }
  const { log, checkpointed } = run('PASSIVE')
  const logBytes = log * Number(db.pragma('page_size', { simple: true }))
  // Moved as a whole, it starts over with the next write.
  if (logBytes <= maxLogBytes || checkpointed === log) return { logBytes, wasForced: false }
  // The bulk was just moved without holding anyone up: what is left for the forced one is a moment's worth.
  return { logBytes, wasForced: run('RESTART').busy === 0 }
}
