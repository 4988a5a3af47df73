// What of the log may leave this computer in a report: only fields that are known to hold no secret and nothing anybody wrote. What
// is not known is not told; whoever needs more opens the log file.

/** A day of trouble is in far fewer; a chat window takes no more. */
const MAX_LINES = 120
const MAX_LINE_LENGTH = 300

/** Of the server's lines, one JSON object each. Numbers, codes and our own constant messages; no address, name, path or text. */
const toldFields = [
  'time',
  'level',
  'msg',
  'code',
  'reason',
  'errno',
  'version',
  'port',
  'dropped',
  'durationMs',
] as const

/** Plain words of our own are told; anything that could be a secret, an address or a person's words is not. */
const isPlain = (value: string): boolean =>
  value.length <= 120 &&
  !/https?:|wss?:|[?=@"\\/<>]|[^\s]{33,}|\b(?:\d{1,3}\.){3}\d{1,3}\b|\p{Script=Han}/iu.test(value)

const told = (value: unknown): string | undefined => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && isPlain(value) ? value : undefined
}

/** Machine words: a code that a person types has dashes or blanks, a token has more than that. */
const isMachineWord = (value: unknown): boolean => typeof value !== 'string' || /^[a-z]+(?:_[a-z]+)*$/i.test(value)

const fromServer = (line: string): string | undefined => {
  try {
    const fields: unknown = JSON.parse(line)
    if (typeof fields !== 'object' || fields === null) return undefined
    const record: Record<string, unknown> = { ...fields }
    const parts = toldFields.flatMap((name) => {
      const value = record[name]
      return ((name !== 'code' && name !== 'reason') || isMachineWord(value) ? told(value) : undefined) ?? []
    })
    const error: unknown = record['error'] ?? record['err']
    const kind = typeof error === 'object' && error !== null && 'type' in error ? told(error.type) : undefined
    return [...parts, ...(kind === undefined ? [] : [`(${kind})`])].join(' ')
  } catch {
    return undefined
  }
}

/** Lines of the desktop itself: `area: plain words`. Cut where something begins that is not plain. */
const fromDesktop = (line: string): string | undefined =>
  /^(?:host|bridge|window|link|checkup|pairing): [\w ,.'’()-]{1,200}/.exec(line)?.[0]

/** @returns the newest lines, oldest first, each safe to be shown to anybody. */
export const safeLogLines = (log: string): readonly string[] =>
  log
    .split('\n')
    .slice(-MAX_LINES)
    .flatMap((line) => {
      if (line.trim() === '') return []
      const safe = line.startsWith('{') ? fromServer(line) : fromDesktop(line)
      return [safe === undefined || safe === '' ? '…' : safe.slice(0, MAX_LINE_LENGTH)]
    })
