// Who a token belongs to. Tokens are made and checked in app; the gateway only asks.
import type { AgentId, Result, Role, SessionId, VisitorId } from '../protocol/index.ts'

export type VisitorIdentity = { readonly kind: 'visitor'; readonly id: VisitorId; readonly name: string }
export type AgentIdentity = {
  readonly kind: 'agent'
  readonly id: AgentId
  readonly name: string
  readonly role: Role
  readonly session: SessionId
}
export type Identity = VisitorIdentity | AgentIdentity

/** `unauthorized` for a token nobody has, `session_revoked` when it is known to have ended. Rejects only for bugs. */
export type VerifyToken = (token: string) => Promise<Result<Identity>>
