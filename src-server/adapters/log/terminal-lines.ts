// A log line for a person at a terminal: time, level, message, then the fields. Pure.

const colours: Readonly<Record<string, number>> = { debug: 90, info: 36, warn: 33, error: 31 }

const fieldText = ([name, value]: readonly [string, unknown]): string =>
  `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`

/** @param line JSON with its line break; anything else is passed through. */
export const forTerminal = (line: string): string => {
  let parsed: unknown
  try {
    parsed = JSON.parse(line)
  } catch {
    // Not one of ours: shown as it is.
    return line
  }
  if (typeof parsed !== 'object' || parsed === null) return line
  const { level = '', time = '', msg = '', ...fields } = parsed as { level?: string; time?: string; msg?: string }
  const clock = time.slice(11, 19)
  const rest = Object.entries(fields).map(fieldText).join(' ')
  return `\u001B[90m${clock}\u001B[0m \u001B[${colours[level] ?? 0}m${level.padEnd(5)}\u001B[0m ${msg} \u001B[90m${rest}\u001B[0m\n`
}
