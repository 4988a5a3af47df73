// The hosted server's log on disk: appended, and turned over once when it grows large, so that it never fills the disk.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Two files of this size hold some days of a busy desk. */
const MAX_LOG_BYTES = 10 * 1024 * 1024

export type LogFile = { readonly file: string; append(text: string): void }

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
  }
}
