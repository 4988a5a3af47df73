// Where an agent is signed in, and ending it: the row first, then the live connections of that session.
import { fail, ok, type EpochMs } from '../../protocol/index.ts'
import type { AccountStore } from '../../ports/account-store.ts'
import type { LiveSessions } from '../../ports/authenticator.ts'
import type { AgentSessions } from '../../adapters/http/http-services.ts'

export type AgentSessionService = AgentSessions & {
  /** A window that stays connected for weeks says hello once: it must not count as unseen since then. */
  touchLive(now: EpochMs): Promise<void>
}

export const createAgentSessions = (
  accounts: Pick<AccountStore, 'sessions' | 'endSession' | 'touchSession'>,
  live: Pick<LiveSessions, 'sessions' | 'endSession'>,
): AgentSessionService => ({
  list: async ({ account, session }) => {
    const sessions = await accounts.sessions(account.id)
    return sessions.map((listed) => ({ ...listed, current: listed.id === session }))
  },
  end: async ({ account }, session) => {
    const existed = await accounts.endSession(account.id, session)
    if (!existed) return fail('not_found')
    live.endSession(session)
    return ok(undefined)
  },
  touchLive: async (now) => {
    for (const session of live.sessions()) await accounts.touchSession(session, now)
  },
})
