// Writes that are no journal entries: visitors, sessions, files, secrets. They share the commands' transactions and fsyncs.
import {
  limits,
  type AgentId,
  type EpochMs,
  type FileKey,
  type FileRef,
  type SessionId,
  type VisitorId,
  type VisitorPage,
  type VisitorProfile,
} from '../../protocol/index.ts'
import type { NewSession, OpenedSession } from '../../ports/account-store.ts'
import type { FileOwner } from '../../ports/file-store.ts'
import { stepTrail } from '../../core/presence/visitor-trail.ts'
import { authorKindNumber } from './entry-row.ts'
import { trailOf } from './people-rows.ts'
import type { WriteStatements } from './write-statements.ts'

/** What each write takes and gives. */
export type RecordWrites = {
  'create-visitor': { readonly takes: { readonly profile: Omit<VisitorProfile, 'id'> }; readonly gives: VisitorId }
  'move-visitor': {
    readonly takes: { readonly visitor: VisitorId; readonly page: VisitorPage; readonly at: EpochMs }
    readonly gives: undefined
  }
  'open-session': { readonly takes: { readonly session: NewSession }; readonly gives: OpenedSession | undefined }
  'touch-session': { readonly takes: { readonly id: SessionId; readonly at: EpochMs }; readonly gives: undefined }
  'end-session': { readonly takes: { readonly agent: AgentId; readonly id: SessionId }; readonly gives: boolean }
  'add-file': {
    readonly takes: { readonly file: FileRef; readonly owner: FileOwner; readonly at: EpochMs }
    readonly gives: undefined
  }
  'remove-files': { readonly takes: { readonly keys: readonly FileKey[] }; readonly gives: readonly FileKey[] }
  /** The given candidate is kept only when there is none yet. */
  'keep-secret': {
    readonly takes: { readonly key: string; readonly candidate: Uint8Array }
    readonly gives: Uint8Array
  }
}

export type RecordWriteType = keyof RecordWrites
export type RecordWriteOf<Type extends RecordWriteType> = { readonly type: Type } & RecordWrites[Type]['takes']
export type RecordWrite = { [Type in RecordWriteType]: RecordWriteOf<Type> }[RecordWriteType]

const openSession = (to: WriteStatements, session: NewSession): OpenedSession | undefined => {
  const { agent, tokenHash, passwordHash = null, address, client, at } = session
  const row = to.insertSession.get(tokenHash, address, client, at, at, agent, passwordHash, passwordHash)
  if (!row) return undefined
  const idle = to.endIdleSessions.all(agent, (at - limits.sessionIdleMs) as EpochMs)
  const oldest = to.endOldestSessions.all(agent, limits.maxSessionsPerAgent)
  return { id: row.id, ended: [...idle, ...oldest].map(({ id }) => id) }
}

const addFile = (to: WriteStatements, { file, owner, at }: RecordWrites['add-file']['takes']): undefined => {
  const { key, name, bytes, mime, width, height } = file
  const { author, visitor } = owner
  to.insertFile.run(key, name, bytes, mime, width, height, authorKindNumber(author.kind), author.id, visitor, at)
  return undefined
}

const moveVisitor = (to: WriteStatements, { visitor, page, at }: RecordWrites['move-visitor']['takes']): undefined => {
  if (to.moveVisitor.run(JSON.stringify(page), visitor) === 0) return undefined
  to.putTrail.run(visitor, at, JSON.stringify(stepTrail(trailOf(to.trailToStep.get(visitor)), page, at)))
  to.forgetTrails.run((at - limits.trailMemoryMs) as EpochMs, limits.trailsForgottenAtOnce)
  return undefined
}

const required = <T>(row: T | undefined): T => {
  if (row === undefined) throw new Error('a statement that returns a row returned none')
  return row
}

/** Inside the caller's transaction. @returns what its row in RecordWrites says. */
export const performRecordWrite = (to: WriteStatements, write: RecordWrite): RecordWrites[RecordWriteType]['gives'] => {
  switch (write.type) {
    case 'create-visitor': {
      const { name, locale, userAgent, tags, page } = write.profile
      return required(to.insertVisitor.get(name, locale, userAgent, JSON.stringify(tags), JSON.stringify(page))).id
    }
    case 'move-visitor':
      return moveVisitor(to, write)
    case 'open-session':
      return openSession(to, write.session)
    case 'touch-session':
      return void to.touchSession.run(write.at, write.id, write.at)
    case 'end-session':
      return to.endSession.run(write.id, write.agent) > 0
    case 'add-file':
      return addFile(to, write)
    case 'remove-files':
      return write.keys.filter((key) => to.removeUnsentFile.run(key) > 0)
    case 'keep-secret':
      to.insertMeta.run(write.key, write.candidate)
      return required(to.meta.get(write.key)).value
    default:
      return write satisfies never
  }
}
