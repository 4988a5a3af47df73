// What is on the desk at this moment, counted by walking it: states, queues, agents. Keeps nothing, so nothing can drift.
import { EVERYONE, NO_AGENT, type AgentId, type ConversationId, type EpochMs } from '../../protocol/index.ts'
import type { NowAnswer, NowQueue } from '../../protocol/now-schemas.ts'
import type { RoutingSettings } from '../routing/routing-settings.ts'
import type { Desk } from '../queue/desk.ts'

export type DeskCounts = Pick<NowAnswer, 'conversations' | 'queues' | 'agents'>

export type CountedDesk = {
  readonly desk: Pick<Desk, 'conversations' | 'agents' | 'loadOf'>
  readonly groups: RoutingSettings['groups']
  /** A message left in front of a closed group or a full queue: nobody waits beside it. */
  readonly isLeft: (id: ConversationId) => boolean
  readonly isConnected: (agent: AgentId) => boolean
}

type Row = { -readonly [Field in keyof NowQueue]: NowQueue[Field] }

/** SPEC D8.10. Walks every open conversation once: about 0.3 ms for ten thousand. */
export const countDesk = ({ desk, groups, isLeft, isConnected }: CountedDesk, now: EpochMs): DeskCounts => {
  const conversations = { left: 0, waiting: 0, unanswered: 0, answered: 0 }
  const rows = new Map<number, Row>()
  for (const { id: group, name } of groups.values())
    rows.set(group, { group, name, waiting: 0, left: 0, oldestWaitMs: null })

  for (const { id, owner, place, waitingSince } of desk.conversations()) {
    if (owner !== NO_AGENT) {
      conversations[waitingSince === 0 ? 'answered' : 'unanswered'] += 1
      continue
    }
    const group = place?.group ?? EVERYONE
    const row = rows.get(group) ?? { group, name: '', waiting: 0, left: 0, oldestWaitMs: null }
    rows.set(group, row)
    if (isLeft(id)) {
      conversations.left += 1
      row.left += 1
      continue
    }
    conversations.waiting += 1
    row.waiting += 1
    // Put back after an answer: it is in the queue, and its visitor waits for nothing.
    const waitMs = waitingSince === 0 ? 0 : Math.max(0, now - waitingSince)
    row.oldestWaitMs = Math.max(row.oldestWaitMs ?? 0, waitMs)
  }

  const agents = []
  for (const { id, name, status, capacity, active } of desk.agents())
    if (active) agents.push({ id, name, status, connected: isConnected(id), load: desk.loadOf(id), capacity })
  return { conversations, queues: [...rows.values()], agents }
}
