// Who is connected, and what each of them hears of the desk's life: entries, receipts, and who else is there.
import {
  limits,
  type AgentId,
  type ErrorCode,
  type ServerFrame,
  type VisitorId,
  type VisitorPage,
} from '../../protocol/index.ts'
import { createAudience, type Audience } from '../../core/delivery/audience.ts'
import type { PresenceNow } from '../../core/delivery/visible-snapshot.ts'
import type { Desk } from '../../core/queue/desk.ts'
import type { Clock } from '../../ports/clock.ts'
import type { CommittedEntry, CommittedGroup } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { VisitorStore } from '../../ports/visitor-store.ts'
import { feedEphemeral } from './feed-ephemeral.ts'
import type { GatewayMember } from './gateway-member.ts'
import { createPresenceWatch } from './presence-watch.ts'
import { presentPeople } from './present-people.ts'
import { createPublisher } from './publisher.ts'
import { createTypingSigns, type TypingSigns } from './typing-signs.ts'
import { createViewerSigns, type ViewerSigns } from './viewer-signs.ts'
import { createVisitorPages } from './visitor-pages.ts'

export type Hub = Pick<TypingSigns, 'typed'> &
  Pick<ViewerSigns, 'watch'> & {
    readonly audience: Audience<GatewayMember>
    readonly presence: PresenceNow & { readonly agents: number; readonly visitors: number }
    join(member: GatewayMember): void
    leave(member: GatewayMember): void
    /** Tells everyone whom it concerns. The desk has applied the group already. */
    publish(group: CommittedGroup): void
    /** Who is there now, for a connection that caught up by a replay. */
    present(member: GatewayMember): void
    moved(visitor: VisitorId, page: VisitorPage): void
    /** Ends members on purpose: an agent without any connection left is gone at once, without grace time. */
    endAll(members: Iterable<GatewayMember>, code: ErrorCode): void
    stop(): void
  }

export const createHub = (parts: {
  readonly desk: Desk
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly visitors: Pick<VisitorStore, 'moveTo'>
  /** An agent came or went. */
  readonly agentChanged: (agent: AgentId, isThere: boolean) => void
  /** A connection is live: whatever is true only now and others know of. */
  readonly isLive: (member: GatewayMember) => void
}): Hub => {
  const { desk, clock, metrics } = parts
  const audience = createAudience<GatewayMember>()
  const publishGroup = createPublisher(audience, metrics)
  const viewers = createViewerSigns({ desk, clock })
  const typing = createTypingSigns({ audience, desk, clock, metrics, viewers: viewers.of })

  const agents = createPresenceWatch<AgentId>({
    clock,
    graceMs: limits.agentGraceMs,
    changed(agent, connected) {
      metrics.gauge('agents_connected', agents.size)
      feedEphemeral(audience.everyAgent(), { type: 'presence', agent, connected })
      parts.agentChanged(agent, connected)
    },
  })

  const visitorFrame = (visitor: VisitorId, online: boolean): ServerFrame => {
    const page = online ? (pages.pageOf(visitor) ?? null) : null
    return { type: 'visitor', visitor, online, page }
  }

  /** Only of visitors with an open conversation: who merely looks at the shop concerns nobody. */
  const tellVisitor = (visitor: VisitorId, online: boolean): void => {
    const current = desk.currentOf(visitor)
    const conversation = current && desk.conversation(current)
    if (!conversation) return
    feedEphemeral(audience.agentsOf(conversation.owner), visitorFrame(visitor, online))
  }

  const visitors = createPresenceWatch<VisitorId>({
    clock,
    graceMs: limits.visitorGraceMs,
    changed(visitor, online) {
      tellVisitor(visitor, online)
      if (!online) pages.forget(visitor)
    },
  })

  const pages = createVisitorPages({ ...parts, shown: (visitor) => tellVisitor(visitor, true) })

  const endAll = (members: Iterable<GatewayMember>, code: ErrorCode): void => {
    for (const member of members) {
      member.feed({ type: 'end', code, retryAfterMs: 0 })
      if (member.identity.kind === 'agent') agents.forget(member.identity.account.id)
    }
  }

  /** What an entry means for connections besides being told. */
  const follow = ({ entry, visitor, owner, previousOwner }: CommittedEntry): void => {
    if (entry.kind === 'agent.changed' && !entry.body.agent.active)
      endAll(audience.ofAgent(entry.body.agent.id), 'session_revoked')
    if (entry.kind !== 'message.sent') viewers.moved(entry.conversation)
    if (visitor === 0 || !visitors.has(visitor)) return
    // Whoever sees the conversation only from now on has not been told about its visitor.
    if (entry.kind === 'conversation.opened' || entry.kind === 'conversation.reopened') tellVisitor(visitor, true)
    else if (owner !== previousOwner) feedEphemeral(audience.ofAgent(owner), visitorFrame(visitor, true))
  }

  return {
    audience,
    watch: viewers.watch,
    typed: typing.typed,
    presence: {
      isConnected: (agent) => agents.has(agent),
      isOnline: (visitor) => visitors.has(visitor),
      get agents() {
        return agents.size
      },
      get visitors() {
        return visitors.size
      },
    },
    join(member) {
      audience.add(member, member.identity, member.reader)
      if (member.identity.kind === 'visitor') visitors.arrive(member.identity.id)
      else agents.arrive(member.identity.account.id)
    },
    leave(member) {
      if (!audience.remove(member)) return
      viewers.unwatch(member)
      if (member.identity.kind === 'visitor') visitors.leave(member.identity.id)
      else agents.leave(member.identity.account.id)
    },
    publish(group) {
      publishGroup(group)
      for (const committed of group.entries) follow(committed)
    },
    present(member) {
      parts.isLive(member)
      if (member.reader.kind !== 'agent') return
      const { id, scope } = member.reader
      const theirs = scope === 'own' ? desk.conversationsOf(id) : desk.conversations()
      for (const frame of presentPeople(desk.agents(), theirs, { agents, visitors, pages }))
        feedEphemeral([member], frame)
    },
    moved: (visitor, page) => pages.moved(visitor, page),
    endAll,
    stop() {
      agents.stop()
      visitors.stop()
      pages.stop()
      viewers.stop()
    },
  }
}
