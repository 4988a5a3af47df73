// Accounts, visitors, files and secrets over the same threads as the journal.
import type { AccountStore } from '../../ports/account-store.ts'
import type { FileStore } from '../../ports/file-store.ts'
import type { Random } from '../../ports/random.ts'
import { SECRET_BYTES, type SecretStore } from '../../ports/secret-store.ts'
import { StorageError, type StorageErrorCode } from '../../ports/storage-error.ts'
import type { VisitorStore } from '../../ports/visitor-store.ts'
import type { GroupCommitter } from './group-committer.ts'
import type { Asked } from './read-queries.ts'
import type { RecordWriteOf, RecordWrites, RecordWriteType } from './record-write.ts'

type WriteRecord = <Type extends RecordWriteType>(
  type: Type,
  takes: RecordWrites[Type]['takes'],
) => Promise<RecordWrites[Type]['gives']>

const storageCodes: ReadonlySet<string> = new Set<StorageErrorCode>(['storage_busy', 'storage_full', 'storage_failed'])

export const createWriteRecord =
  (committer: GroupCommitter): WriteRecord =>
  async <Type extends RecordWriteType>(type: Type, takes: RecordWrites[Type]['takes']) => {
    // The table of writes pairs each type with what it takes and gives.
    const answer = await committer.write({ type, ...takes } as unknown as Extract<RecordWriteOf<Type>, never>)
    if (answer.ok) return answer.value as RecordWrites[Type]['gives']
    throw storageCodes.has(answer.code) ? new StorageError(answer.code as StorageErrorCode) : new Error(answer.code)
  }

export const createSqliteAccounts = (ask: Asked, write: WriteRecord): AccountStore => ({
  hasAccounts: async () => (await ask('agents')).length > 0,
  accounts: () => ask('accounts'),
  account: (id) => ask('account', id),
  credentials: (login) => ask('credentials', login),
  openSession: (session) => write('open-session', { session }),
  session: (tokenHash, now) => ask('session', tokenHash, now),
  sessions: (agent) => ask('sessions', agent),
  touchSession: (id, at) => write('touch-session', { id, at }),
  endSession: (agent, id) => write('end-session', { agent, id }),
})

export const createSqliteVisitors = (ask: Asked, write: WriteRecord): VisitorStore => ({
  create: (profile) => write('create-visitor', { profile }),
  profile: (id) => ask('visitor', id),
  moveTo: (visitor, page, at) => write('move-visitor', { visitor, page, at }),
  trail: (id, now) => ask('trail', id, now),
})

export const createSqliteFiles = (ask: Asked, write: WriteRecord): FileStore => ({
  add: (file, owner, at) => write('add-file', { file, owner, at }),
  find: (key) => ask('file', key),
  orphans: (before) => ask('orphans', before),
  remove: (keys) => write('remove-files', { keys }),
})

export const createSqliteSecrets = (write: WriteRecord, random: Random): SecretStore => ({
  visitorTokenKey: () => write('keep-secret', { key: 'visitor-token', candidate: random.bytes(SECRET_BYTES) }),
})
