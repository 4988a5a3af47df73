/** Structured log. Fields must not hold secrets: tokens, passwords, message texts. What was thrown stands in `error`. */
export type Logger = {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
