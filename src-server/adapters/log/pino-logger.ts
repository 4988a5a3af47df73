// The Logger port on pino: one JSON object a line, with a last line of defence against secrets in fields.
import { destination, pino } from 'pino'
import type { Logger } from '../../ports/logger.ts'

export type LogSink = {
  /** @param line with its line break. */
  write(line: string): void
  /** Waits for nothing: after it, everything said is with the system. For the moment before the process ends. */
  flush(): void
}

export type PinoLogger = Logger & { flush(): void }

/** Bytes waiting for whoever reads our standard output; past it lines are dropped rather than memory filled. */
const MAX_WAITING_BYTES = 4 * 1024 * 1024

/** Names that never stand in a log with their value, however deep a caller puts them. */
const secretFields = ['token', 'password', 'passwordHash', 'authorization', 'cookie', 'setupCode', 'text', 'tokenHash']

/** Standard output without waiting for it. `dropped` hears of lines that nobody read in time. */
export const createStdoutSink = (dropped: () => void): LogSink => {
  const stream = destination({ dest: 1, sync: false, maxLength: MAX_WAITING_BYTES })
  stream.on('drop', dropped)
  // The reader of our output went away. There is nowhere left to say so; the server itself must go on.
  stream.on('error', dropped)
  return {
    write: (line) => void stream.write(line),
    flush: () => {
      try {
        stream.flushSync()
      } catch {
        // Not open yet, or nobody reads any more: nothing can be said about what cannot be said.
        dropped()
      }
    },
  }
}

export const createPinoLogger = (options: { readonly level: string; readonly sink: LogSink }): PinoLogger => {
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretFields.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' },
      // Ours is `error`; `err` is pino's own name, under which it would tell all that hangs on an error.
      serializers: { error: describeError, err: describeError },
    },
    options.sink,
  )
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
    flush: () => options.sink.flush(),
  }
}

/** Name, message, code and stack; not the other properties, which may hold whole requests. */
const describeError = (error: unknown): object | string => {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : undefined
  return { type: error.name, message: error.message, ...(code !== undefined && { errno: code }), stack: error.stack }
}
