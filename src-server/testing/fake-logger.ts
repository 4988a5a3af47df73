// A logger that remembers, so that a test can ask what was said and that no secret was.
import type { Logger } from '../ports/logger.ts'

export type LogLine = { readonly level: keyof Logger; readonly fields: object; readonly message: string }
export type FakeLogger = Logger & { readonly lines: readonly LogLine[] }

export const createFakeLogger = (): FakeLogger => {
  const lines: LogLine[] = []
  const at =
    (level: keyof Logger) =>
    (fields: object, message: string): void =>
      void lines.push({ level, fields, message })
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}
