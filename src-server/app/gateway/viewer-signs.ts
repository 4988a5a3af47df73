// Who has a conversation on the screen, told to the others who have it there too, and to nobody else: no visitor, no agent who looks at
// something else. Who leads and reads along is not told of. Nothing of it is kept; it goes with the connection.
import { limits, NO_AGENT, NO_CONVERSATION, type AgentId, type ConversationId } from '../../protocol/index.ts'
import { isSupervisor } from '../../core/conversation/permissions.ts'
import { createMemberIndex } from '../../core/member-index.ts'
import type { Desk } from '../../core/queue/desk.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import { feedEphemeral } from './feed-ephemeral.ts'
import type { GatewayMember } from './gateway-member.ts'

export type ViewerSigns = {
  /** Everybody who has it on the screen, those who are not told of too. */
  of(conversation: ConversationId): Iterable<GatewayMember>
  /** The member has this conversation on its screen now. */
  watch(member: GatewayMember, conversation: ConversationId): void
  unwatch(member: GatewayMember): void
  /** Whose it is may have changed, and with that who reads along. */
  moved(conversation: ConversationId): void
  stop(): void
}

/** SPEC D4.11. */
export const createViewerSigns = ({ desk, clock }: { readonly desk: Desk; readonly clock: Clock }): ViewerSigns => {
  const watchers = createMemberIndex<ConversationId, GatewayMember>()
  const told = new Map<ConversationId, readonly AgentId[]>()
  /** What has changed since the last telling, and who came to it. */
  const changed = new Map<ConversationId, Set<GatewayMember>>()
  /** Members who know of somebody beside them: they have to hear that they are alone again. */
  const inCompany = new Set<GatewayMember>()
  let cancel: Cancel | undefined

  const readsAlong = (agent: AgentId, owner: AgentId): boolean => {
    if (owner === NO_AGENT || owner === agent) return false
    const profile = desk.agent(agent)
    return profile !== undefined && isSupervisor(profile)
  }

  /** The first who came, at most limits.maxViewersTold. */
  const viewersOf = (id: ConversationId): readonly AgentId[] => {
    const owner = desk.conversation(id)?.owner ?? NO_AGENT
    const agents = new Set<AgentId>()
    for (const { identity } of watchers.of(id)) {
      if (agents.size >= limits.maxViewersTold) break
      if (identity.kind === 'agent' && !readsAlong(identity.account.id, owner)) agents.add(identity.account.id)
    }
    // By id: a second window in the place of the first is no change.
    return [...agents].sort((one, other) => one - other)
  }

  const tell = (id: ConversationId, newcomers: ReadonlySet<GatewayMember>): void => {
    const agents = viewersOf(id)
    const isSame = told.get(id)?.join() === agents.join()
    if (watchers.count(id) === 0) told.delete(id)
    else told.set(id, agents)
    const hearers: GatewayMember[] = []
    for (const member of watchers.of(id)) {
      const { identity } = member
      if (identity.kind !== 'agent' || (isSame && !newcomers.has(member))) continue
      const hasCompany = agents.some((agent) => agent !== identity.account.id)
      // Who is alone is told nothing: not even that somebody reads along.
      if (hasCompany || inCompany.has(member)) hearers.push(member)
      if (hasCompany) inCompany.add(member)
      else inCompany.delete(member)
    }
    feedEphemeral(hearers, { type: 'viewers', conversation: id, agents })
  }

  const flush = (): void => {
    cancel = undefined
    const due = [...changed]
    changed.clear()
    for (const [id, newcomers] of due) tell(id, newcomers)
  }

  const mark = (id: ConversationId, newcomer?: GatewayMember): void => {
    if (id === NO_CONVERSATION) return
    const newcomers = changed.get(id) ?? new Set()
    changed.set(id, newcomers)
    if (newcomer) newcomers.add(newcomer)
    cancel ??= clock.after(limits.viewersEveryMs, flush)
  }

  const leave = (member: GatewayMember): void => {
    watchers.remove(member.watching, member)
    inCompany.delete(member)
    mark(member.watching)
  }

  return {
    of: watchers.of,
    watch(member, conversation) {
      if (member.watching === conversation) return
      leave(member)
      member.watching = conversation
      if (conversation === NO_CONVERSATION) return
      watchers.add(conversation, member)
      mark(conversation, member)
    },
    unwatch: leave,
    moved(conversation) {
      if (watchers.count(conversation) > 0) mark(conversation)
    },
    stop() {
      cancel?.()
    },
  }
}
