// A snapshot as one viewer gets it: without what is not theirs to see, and never larger than a frame.
import { limits, type AgentId, type ConversationSummary, type Snapshot } from '../../protocol/index.ts'
import type { AgentSnapshot, VisitorSnapshot } from '../../ports/journal.ts'
import { redact } from '../conversation/redact.ts'
import { fitting, fittingLast, wireWeight } from './wire-weight.ts'

/** The frame's own few bytes around the snapshot. */
const ENVELOPE_BYTES = 1_024
const MAX_BYTES = limits.maxServerFrameBytes - ENVELOPE_BYTES

/** SPEC D9.5: what does not fit is left out oldest first; `history` reaches it. */
export const visitorSnapshotFrom = (stored: VisitorSnapshot): Snapshot => {
  const entries = stored.entries.map((entry) => redact(entry, { kind: 'visitor' }))
  const room = MAX_BYTES - wireWeight({ ...stored, entries: [] })
  return { kind: 'visitor', ...stored, entries: fittingLast(entries, room) }
}

/** What only this process knows: who is connected. */
export type PresenceNow = {
  isConnected(agent: AgentId): boolean
  isOnline(visitor: ConversationSummary['visitor']['id']): boolean
}

/** SPEC D9.5: what does not fit is left out from the end, own conversations last; `list` reaches it. */
export const agentSnapshotFrom = (stored: AgentSnapshot, viewer: AgentId, presence: PresenceNow): Snapshot => {
  const agents = stored.agents.map((agent) => ({ ...agent, connected: presence.isConnected(agent.id) }))
  const visitorsOnline = stored.conversations.map(({ visitor }) => visitor.id).filter((id) => presence.isOnline(id))
  const rest = { kind: 'agent', ...stored, agents, visitorsOnline } as const
  const room = MAX_BYTES - wireWeight({ ...rest, conversations: [] })
  const ownFirst = stored.conversations.toSorted((a, b) => Number(b.owner === viewer) - Number(a.owner === viewer))
  const kept = new Set(fitting(ownFirst, room))
  return { ...rest, conversations: stored.conversations.filter((conversation) => kept.has(conversation)) }
}
