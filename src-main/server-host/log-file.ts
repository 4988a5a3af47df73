// The hosted server's log on disk: appended, and turned over once when it grows large, so that it never fills the disk.
import { appendFileSync, closeSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Two files of this size hold some days of a busy desk. */
const MAX_LOG_BYTES = 10 * 1024 * 1024

/** Far more than a report shows. */
const TAIL_BYTES = 64 * 1024

export type LogFile = {
  readonly file: string
  append(text: string): void
  /** The end of it; its first line may be cut. Empty when it cannot be read. */
  tail(): string
}

/** Never throws: a log that cannot be written must not take the desk down; it is said once on stderr. */
export const openLogFile = (file: string): LogFile => {
  let bytes = 0
  let complained = false
  const guarded = (act: () => void) => {
    try {
      act()
    } catch (error) {
      if (!complained) process.stderr.write(`frontdesk: cannot write ${file}: ${String(error)}\n`)
      complained = true
    }
  }
  guarded(() => {
    mkdirSync(dirname(file), { recursive: true })
    bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  })
  return {
    file,
    append: (text) =>
      guarded(() => {
        if (bytes > MAX_LOG_BYTES) {
          renameSync(file, `${file}.1`)
          bytes = 0
        }
        appendFileSync(file, text)
        bytes += Buffer.byteLength(text)
      }),
    tail: () => {
      try {
        return readTail(file)
      } catch {
        // Nothing was logged yet, or the disk is gone: a report without a log says as much.
        return ''
      }
    },
  }
}

const readTail = (file: string): string => {
  const opened = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(TAIL_BYTES)
    const from = Math.max(0, statSync(file).size - TAIL_BYTES)
    return bytes.subarray(0, readSync(opened, bytes, 0, TAIL_BYTES, from)).toString('utf8')
  } finally {
    closeSync(opened)
  }
}
