// The log of a running server: one JSON object a line, or lines for a person when one sits at the terminal.
import { createPinoLogger, createStdoutSink, type LogSink, type PinoLogger } from '../../adapters/log/pino-logger.ts'
import { forTerminal } from '../../adapters/log/terminal-lines.ts'
import type { LogLevel } from './server-config.ts'

export const createServerLogger = (level: LogLevel): PinoLogger => {
  let dropped = 0
  const stdout = createStdoutSink(() => void (dropped += 1))
  const sink: LogSink = process.stdout.isTTY ? { ...stdout, write: (line) => stdout.write(forTerminal(line)) } : stdout
  const withDropped: LogSink = {
    ...sink,
    write: (line) => {
      // Said with the first line that gets through again.
      if (dropped > 0) sink.write(`${JSON.stringify({ level: 'warn', msg: 'log lines were dropped', dropped })}\n`)
      dropped = 0
      sink.write(line)
    },
  }
  return createPinoLogger({ level, sink: withDropped })
}
