import { limits, type AgentId, type SessionId } from '../../protocol/index.ts'
import type { Account, AccountStore } from '../../ports/account-store.ts'
import { loginKey } from '../../core/conversation/agent-names.ts'
import type { MemoryTables } from './memory-tables.ts'
import type { MemoryWriter } from './memory-writer.ts'

export const createMemoryAccounts = (tables: MemoryTables, writer: MemoryWriter): AccountStore => {
  const accountOf = (id: AgentId): Account | undefined => {
    const agent = tables.agents.get(id)
    const login = tables.logins.get(id)
    return agent && login && { ...agent, login: login.login }
  }
  const sessionsOf = (agent: AgentId) =>
    [...tables.sessions.values()]
      .filter((session) => session.agent === agent)
      .sort((a, b) => b.lastSeenAt - a.lastSeenAt || b.id - a.id)

  return {
    hasAccounts: async () => tables.agents.size > 0,
    accounts: async () => [...tables.agents.keys()].map(accountOf).filter((account) => account !== undefined),
    account: async (id) => accountOf(id),
    async credentials(login) {
      const key = loginKey(login)
      const found = [...tables.logins].find(([, candidate]) => candidate.key === key)
      const account = found && accountOf(found[0])
      return account && { account, passwordHash: found[1].passwordHash }
    },
    openSession: ({ passwordHash, ...session }) =>
      writer.write(() => {
        const isStill = passwordHash === undefined || tables.logins.get(session.agent)?.passwordHash === passwordHash
        if (!isStill || !tables.agents.get(session.agent)?.active) return undefined
        const id = (tables.lastSession += 1) as SessionId
        tables.sessions.set(id, { ...session, id, lastSeenAt: session.at })
        const isIdle = (lastSeenAt: number): boolean => lastSeenAt < session.at - limits.sessionIdleMs
        const ended = sessionsOf(session.agent)
          .filter((one, index) => index >= limits.maxSessionsPerAgent || isIdle(one.lastSeenAt))
          .map((one) => one.id)
        for (const one of ended) tables.sessions.delete(one)
        return { id, ended }
      }),
    async session(tokenHash, now) {
      const found = [...tables.sessions.values()].find((session) => session.tokenHash === tokenHash)
      if (!found || found.lastSeenAt < now - limits.sessionIdleMs) return undefined
      const account = accountOf(found.agent)
      return account?.active ? { id: found.id, account } : undefined
    },
    sessions: async (agent) =>
      sessionsOf(agent).map(({ id, at, lastSeenAt, address, client }) => ({
        id,
        createdAt: at,
        lastSeenAt,
        address,
        client,
      })),
    touchSession: (id, at) =>
      writer.write(() => {
        const session = tables.sessions.get(id)
        if (session && session.lastSeenAt < at) tables.sessions.set(id, { ...session, lastSeenAt: at })
      }),
    endSession: (agent, id) =>
      writer.write(() => tables.sessions.get(id)?.agent === agent && tables.sessions.delete(id)),
  }
}
