// Turns a token from a `hello` or an Authorization header into who holds it. Both doors ask the same authenticator.
import type { AgentId, Result, SessionId, VisitorId } from '../protocol/index.ts'
import type { Account } from './account-store.ts'

export type VisitorIdentity = { readonly kind: 'visitor'; readonly id: VisitorId }
export type AgentIdentity = { readonly kind: 'agent'; readonly account: Account; readonly session: SessionId }
export type Identity = VisitorIdentity | AgentIdentity

export type Authenticator = {
  /**
   * `unauthorized` for a token that nobody holds (any more). A storage that does not answer is `storage_failed`, which is
   * retryable: a client must never throw away a good token because a disk was slow. Never rejects.
   */
  identify(token: string): Promise<Result<Identity>>
}

/** The live connections an account change has to end: a revoked session's sockets close with `session_revoked`. */
export type LiveSessions = {
  /** Logins with a connection now. */
  sessions(): Iterable<SessionId>
  endSession(session: SessionId): void
  /** Every connection of one agent but those of one session: after a new password or a deactivation. */
  endAgent(agent: AgentId, except?: SessionId): void
}
