// Accounts and their sessions. Creating and changing agents are journal commands; this port reads them and keeps sessions.
import type { AgentId, AgentSession, AgentStatus, EpochMs, Role, SessionId } from '../protocol/index.ts'

export type Account = {
  readonly id: AgentId
  readonly name: string
  readonly login: string
  readonly role: Role
  readonly status: AgentStatus
  readonly capacity: number
  readonly active: boolean
}

export type NewSession = {
  readonly agent: AgentId
  /** SHA-256 of the token, hex. The token itself is never stored. */
  readonly tokenHash: string
  /** What the password was checked against, when one was. */
  readonly passwordHash?: string
  readonly address: string
  readonly client: string
  readonly at: EpochMs
}

/** `ended`: older sessions of the agent that had to go, past their bound or unseen for too long. */
export type OpenedSession = { readonly id: SessionId; readonly ended: readonly SessionId[] }

export type AccountStore = {
  hasAccounts(): Promise<boolean>
  accounts(): Promise<readonly Account[]>
  account(id: AgentId): Promise<Account | undefined>
  /** With the password's hash, for the login only. Compared case-insensitively. */
  credentials(login: string): Promise<{ readonly account: Account; readonly passwordHash: string } | undefined>
  /**
   * Ends the agent's oldest sessions past limits.maxSessionsPerAgent. Undefined when the agent is not active, or has another
   * password by now than the one that was checked: both may change while a check takes its time.
   */
  openSession(session: NewSession): Promise<OpenedSession | undefined>
  /** Only sessions of active agents, seen within limits.sessionIdleMs of `now`. */
  session(tokenHash: string, now: EpochMs): Promise<{ readonly id: SessionId; readonly account: Account } | undefined>
  sessions(agent: AgentId): Promise<readonly Omit<AgentSession, 'current'>[]>
  touchSession(id: SessionId, at: EpochMs): Promise<void>
  /** @returns whether the agent had such a session. */
  endSession(agent: AgentId, id: SessionId): Promise<boolean>
}
