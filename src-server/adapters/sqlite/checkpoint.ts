// Moves the log into the database. The maintenance thread moves the bulk while the writer goes on appending; under unbroken load
// it never catches up with it, so the writer moves the last bit itself, between two groups, and its log starts over.
import type { WriteDb } from './open-database.ts'

/**
 * What is not in the writer's cache is looked for in the log first, 4,096 pages at a time: a long log makes every message
 * dearer. Also bounds what has to be read back after a crash.
 */
const MAX_LOG_BYTES = 64 * 1024 * 1024
/** The writer stands still while it moves this: milliseconds. */
const LAST_BIT_BYTES = 1024 * 1024
/** Each round has only to move what was appended during the one before. */
const MAX_ROUNDS = 6
/** A reader who reads on an older state for longer is not waited for: the log starts over another time. */
const READERS_MAY_TAKE_MS = 20

export type MovedLog = {
  /** Of the log since it last started over. */
  readonly logBytes: number
  /** It is too long and does not start over by itself: `restartLog`. */
  readonly isOverdue: boolean
}

type Progress = { readonly busy: number; readonly log: number; readonly checkpointed: number }

const run = (db: WriteDb, mode: 'PASSIVE' | 'RESTART'): Progress => {
  const [progress] = db.pragma(`wal_checkpoint(${mode})`) as Progress[] // one row, as SQLite's documentation has it
  if (!progress) throw new Error('a checkpoint gave no answer')
  return progress
}

/**
 * Holds nobody up. `checkpointed === log` in SQLite's answer does not say that the log starts over with the next write: it
 * speaks of the moment when the checkpoint began.
 */
export const moveLog = (db: WriteDb, maxLogBytes = MAX_LOG_BYTES): MovedLog => {
  const pageBytes = Number(db.pragma('page_size', { simple: true }))
  let before = 0
  for (let round = 1; ; round += 1) {
    const { log, checkpointed } = run(db, 'PASSIVE')
    const logBytes = log * pageBytes
    if (logBytes <= maxLogBytes) return { logBytes, isOverdue: false }
    const appended = log - before
    before = log
    if (round > 1 && (appended * pageBytes <= LAST_BIT_BYTES || round === MAX_ROUNDS))
      return { logBytes, isOverdue: appended > 0 || checkpointed < log }
  }
}

/**
 * On the writer's own connection, right after `moveLog`: the next write begins the log anew.
 * The file of the log keeps its size, which the next log is written into: a write that makes a file longer has to wait for the
 * file system's own journal as well, and took twice as long at p50 and ten times at p99 (ext4).
 * @returns false when a reader was in the way; most of it is moved all the same
 */
export const restartLog = (writer: WriteDb): boolean => {
  const busyMs = Number(writer.pragma('busy_timeout', { simple: true }))
  writer.pragma(`busy_timeout = ${READERS_MAY_TAKE_MS}`)
  try {
    return run(writer, 'RESTART').busy === 0
  } finally {
    writer.pragma(`busy_timeout = ${busyMs}`)
  }
}
