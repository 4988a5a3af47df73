// Who is who: a visitor learns agents' names only from the entries that bring them in, so they are collected there.
import type { AgentId, ConversationId, Entry } from '#protocol'
import type { ConversationView } from '#client/client-state.ts'

export type AgentNames = ReadonlyMap<AgentId, string>

const nameIn = (entry: Entry): readonly [AgentId, string] | undefined => {
  if (entry.kind === 'conversation.assigned') return [entry.body.agent, entry.body.agentName]
  if (entry.kind === 'conversation.transferred') return [entry.body.to, entry.body.toName]
  return undefined
}

/** `known` with the names the entries add; the same map when they add none. */
export const collectAgentNames = (
  known: AgentNames,
  conversations: ReadonlyMap<ConversationId, ConversationView>,
): AgentNames => {
  let names: Map<AgentId, string> | undefined
  for (const view of conversations.values())
    for (const entry of view.entries) {
      const found = nameIn(entry)
      if (!found || found[1] === '' || (names ?? known).get(found[0]) === found[1]) continue
      names ??= new Map(known)
      names.set(...found)
    }
  return names ?? known
}
