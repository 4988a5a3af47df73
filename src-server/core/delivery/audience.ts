// Who gets what: the connections of visitors and agents, found by what was committed. Holds members, never speaks to them.
import { NO_CONVERSATION, type AgentId, type SessionId, type VisitorId } from '../../protocol/index.ts'
import type { Identity } from '../../ports/authenticator.ts'
import type { CommittedEntry, Reader } from '../../ports/journal.ts'
import { createMemberIndex } from '../member-index.ts'

export type Audience<M> = {
  add(member: M, identity: Identity, reader: Reader): void
  /** @returns false when it was not in: a connection may end in several ways at once. */
  remove(member: M): boolean
  ofVisitor(visitor: VisitorId): Iterable<M>
  ofAgent(agent: AgentId): Iterable<M>
  ofSession(session: SessionId): Iterable<M>
  /** Logins with members. */
  sessions(): Iterable<SessionId>
  /** Members of one visitor or one agent. */
  countOf(identity: Identity): number
  everyAgent(): Iterable<M>
  everyone(): Iterable<M>
  /**
   * SPEC D3.2: agents of scope `all` get every entry; of scope `own` those of their conversations, the one that takes a
   * conversation away from them, and those about the office.
   */
  agentsFor(committed: CommittedEntry): Iterable<M>
  /** Scope `all`, and of scope `own` those named. */
  agentsOf(...owners: readonly AgentId[]): Iterable<M>
}

type Place = { readonly identity: Identity; readonly reader: Reader }

export const createAudience = <M>(): Audience<M> => {
  const places = new Map<M, Place>()
  const visitors = createMemberIndex<VisitorId, M>()
  const agents = createMemberIndex<AgentId, M>()
  const sessions = createMemberIndex<SessionId, M>()
  const ownScope = createMemberIndex<AgentId, M>()
  const allScope = new Set<M>()
  const allAgents = new Set<M>()

  const agentsOf = function* (...owners: readonly AgentId[]): Iterable<M> {
    yield* allScope
    for (const owner of new Set(owners)) yield* ownScope.of(owner)
  }

  return {
    add(member, identity, reader) {
      places.set(member, { identity, reader })
      if (identity.kind === 'visitor') return visitors.add(identity.id, member)
      const { id } = identity.account
      agents.add(id, member)
      sessions.add(identity.session, member)
      allAgents.add(member)
      if (reader.kind === 'agent' && reader.scope === 'own') ownScope.add(id, member)
      else allScope.add(member)
    },
    remove(member) {
      const place = places.get(member)
      if (!place) return false
      places.delete(member)
      const { identity } = place
      if (identity.kind === 'visitor') visitors.remove(identity.id, member)
      else {
        agents.remove(identity.account.id, member)
        sessions.remove(identity.session, member)
        ownScope.remove(identity.account.id, member)
        allScope.delete(member)
        allAgents.delete(member)
      }
      return true
    },
    ofVisitor: (visitor) => visitors.of(visitor),
    ofAgent: (agent) => agents.of(agent),
    ofSession: (session) => sessions.of(session),
    sessions: () => sessions.keys(),
    countOf: (identity) =>
      identity.kind === 'visitor' ? visitors.count(identity.id) : agents.count(identity.account.id),
    everyAgent: () => allAgents,
    everyone: () => places.keys(),
    agentsOf,
    agentsFor: ({ entry, owner, previousOwner }) =>
      entry.conversation === NO_CONVERSATION ? allAgents : agentsOf(owner, previousOwner),
  }
}
