// Where an agent is signed in, and ending it: the row first, then the live connections of that session.
import { fail, ok } from '../../protocol/index.ts'
import type { AccountStore } from '../../ports/account-store.ts'
import type { LiveSessions } from '../../ports/authenticator.ts'
import type { AgentSessions } from '../../adapters/http/http-services.ts'

export const createAgentSessions = (accounts: AccountStore, live: LiveSessions): AgentSessions => ({
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
})
