// Why a store could not be opened, as kinds that a starter can explain to a person in their language.

export const storeOpenErrorKinds = [
  /** Made by a newer version of Frontdesk; opening it here could lose what that version added. */
  'newer_version',
  /** Another server has this data folder. */
  'locked',
  /** The folder or the file may not be written. */
  'read_only',
  /** The file is something else, or damaged at its very start. */
  'not_a_database',
  'no_space',
  /** Anything else; the message says what the system said. */
  'cannot_open',
] as const

export type StoreOpenErrorKind = (typeof storeOpenErrorKinds)[number]

export class StoreOpenError extends Error {
  override readonly name = 'StoreOpenError'
  readonly kind: StoreOpenErrorKind
  /** The folder or file it is about. */
  readonly path: string
  /** What the system said, for the log. */
  readonly detail: string

  constructor(kind: StoreOpenErrorKind, path: string, detail: string) {
    super(`${kind}: ${path}: ${detail}`)
    this.kind = kind
    this.path = path
    this.detail = detail
  }
}

const kindsByCode: readonly (readonly [prefix: string, kind: StoreOpenErrorKind])[] = [
  ['SQLITE_READONLY', 'read_only'],
  ['SQLITE_PERM', 'read_only'],
  ['SQLITE_AUTH', 'read_only'],
  ['EROFS', 'read_only'],
  ['EACCES', 'read_only'],
  ['EPERM', 'read_only'],
  ['SQLITE_NOTADB', 'not_a_database'],
  ['SQLITE_CORRUPT', 'not_a_database'],
  ['SQLITE_FULL', 'no_space'],
  // The log's index has no room even to be made.
  ['SQLITE_IOERR_SHMSIZE', 'no_space'],
  ['ENOSPC', 'no_space'],
  ['EDQUOT', 'no_space'],
  ['SQLITE_BUSY', 'locked'],
]

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

export const toStoreOpenError = (error: unknown, path: string): StoreOpenError => {
  if (error instanceof StoreOpenError) return error
  const code = codeOf(error)
  const kind = kindsByCode.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'cannot_open'
  const message = error instanceof Error ? error.message : String(error)
  return new StoreOpenError(kind, path, message.startsWith(code) ? message : `${code} ${message}`)
}
