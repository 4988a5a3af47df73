// Why a conversation is whose it is (D8), in words: the last assignment or transfer decides.
import type { AgentId, AssignmentReason, Author, Entry } from '#protocol'

export type Belonging =
  | { readonly kind: 'queued' }
  | { readonly kind: 'took'; readonly agent: AgentId; readonly byReply: boolean }
  | { readonly kind: 'given'; readonly agent: AgentId; readonly by: AgentId }
  | { readonly kind: 'transferred'; readonly agent: AgentId; readonly by: AgentId; readonly note: string }
  | {
      readonly kind: 'routed'
      readonly agent: AgentId
      readonly layer: AssignmentReason['layer']
      readonly rule: string
      readonly candidates: AssignmentReason['candidates']
    }

const idOf = (author: Author): AgentId => author.id as AgentId

/** Undefined while the entries that tell are not loaded. */
export function belongingOf(entries: readonly Entry[]): Belonging | undefined {
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index]
    if (entry?.kind === 'conversation.transferred')
      return { kind: 'transferred', agent: entry.body.to, by: idOf(entry.author), note: entry.body.note }
    if (entry?.kind === 'conversation.assigned') {
      const { agent, reason } = entry.body
      if (agent === 0) return { kind: 'queued' }
      if (entry.author.kind === 'agent')
        return idOf(entry.author) === agent
          ? { kind: 'took', agent, byReply: reason?.rule === 'reply' }
          : { kind: 'given', agent, by: idOf(entry.author) }
      return {
        kind: 'routed',
        agent,
        layer: reason?.layer ?? 'load',
        rule: reason?.rule ?? '',
        candidates: reason?.candidates ?? [],
      }
    }
    if (entry?.kind === 'conversation.opened') return { kind: 'queued' }
  }
  return undefined
}
