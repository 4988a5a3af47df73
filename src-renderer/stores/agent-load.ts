// How many open conversations each colleague has, counted from what the client holds, and who may be given one more.
import type { ConversationView } from '#client/client-state.ts'
import type { AgentId, AgentState, ConversationId } from '#protocol'
import { useMemo } from 'react'
import { useClient } from './desk.ts'

export function countLoads(conversations: ReadonlyMap<ConversationId, ConversationView>): ReadonlyMap<AgentId, number> {
  const loads = new Map<AgentId, number>()
  for (const { summary } of conversations.values())
    if (summary.status === 'open' && summary.owner !== 0) loads.set(summary.owner, (loads.get(summary.owner) ?? 0) + 1)
  return loads
}

export type Presence = 'online' | 'busy' | 'away' | 'offline'

/** What colleagues see: the chosen status while connected, offline otherwise. */
const presenceOf = ({ connected, status }: AgentState): Presence => (connected ? status : 'offline')

const order: Readonly<Record<Presence, number>> = { online: 0, busy: 1, away: 2, offline: 3 }

export type Colleague = { readonly agent: AgentState; readonly presence: Presence; readonly load: number }

/** Active colleagues: who can help first, then by name as the language sorts. */
export function sortColleagues(
  agents: Iterable<AgentState>,
  loads: ReadonlyMap<AgentId, number>,
  language: string,
): readonly Colleague[] {
  const collator = new Intl.Collator(language)
  return [...agents]
    .filter(({ active }) => active)
    .map((agent) => ({ agent, presence: presenceOf(agent), load: loads.get(agent.id) ?? 0 }))
    .sort(
      (one, other) => order[one.presence] - order[other.presence] || collator.compare(one.agent.name, other.agent.name),
    )
}

export function useColleagues(language: string): readonly Colleague[] {
  const agents = useClient((state) => state.agents)
  const conversations = useClient((state) => state.conversations)
  return useMemo(
    () => sortColleagues(agents.values(), countLoads(conversations), language),
    [agents, conversations, language],
  )
}
