import type { Identity } from '../../ports/authenticator.ts'
import type { Actor } from '../../ports/command.ts'

/** Who a proven identity is to the journal. */
export const actorOf = (identity: Identity): Exclude<Actor, { kind: 'system' }> =>
  identity.kind === 'visitor' ? { kind: 'visitor', id: identity.id } : { kind: 'agent', id: identity.account.id }
