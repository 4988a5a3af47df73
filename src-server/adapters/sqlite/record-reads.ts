// Reads of accounts, sessions, visitors and files, synchronous.
import {
  limits,
  type AgentId,
  type AgentSession,
  type EpochMs,
  type FileKey,
  type SeenPage,
  type SessionId,
  type VisitorId,
  type VisitorProfile,
} from '../../protocol/index.ts'
import { recentTrail } from '../../core/presence/visitor-trail.ts'
import { loginKey } from '../../core/conversation/agent-names.ts'
import type { Account } from '../../ports/account-store.ts'
import type { StoredFileRecord } from '../../ports/file-store.ts'
import { accountOf, fileRefOf, sessionOf, trailOf, visitorOf } from './people-rows.ts'
import type { ReadStatements } from './read-statements.ts'

export type RecordReads = ReturnType<typeof createRecordReads>

export const createRecordReads = (from: ReadStatements) => ({
  accounts: (): readonly Account[] => from.accounts.all().map(accountOf),
  account(id: AgentId): Account | undefined {
    const row = from.account.get(id)
    return row && accountOf(row)
  },
  credentials(login: string): { readonly account: Account; readonly passwordHash: string } | undefined {
    const row = from.accountOfLogin.get(loginKey(login))
    return row && { account: accountOf(row), passwordHash: row.password_hash }
  },
  session(tokenHash: string, now: EpochMs): { readonly id: SessionId; readonly account: Account } | undefined {
    const row = from.sessionOfToken.get(tokenHash, (now - limits.sessionIdleMs) as EpochMs)
    return row && { id: row.session, account: accountOf(row) }
  },
  sessions: (agent: AgentId): readonly Omit<AgentSession, 'current'>[] => from.sessionsOf.all(agent).map(sessionOf),
  visitor(id: VisitorId): VisitorProfile | undefined {
    const row = from.visitor.get(id)
    return row && visitorOf(row)
  },
  trail: (id: VisitorId, now: EpochMs): readonly SeenPage[] => recentTrail(trailOf(from.trail.get(id)), now),
  file(key: FileKey): StoredFileRecord | undefined {
    const row = from.file.get(key)
    return row && { ...fileRefOf(row), uploadedAt: row.uploaded_at }
  },
  orphans: (before: EpochMs): readonly FileKey[] => from.orphans.all(before).map((row) => row.key),
})
