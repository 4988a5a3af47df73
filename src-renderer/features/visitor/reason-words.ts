// Why a conversation is whose it is (D8), in words: the last assignment or transfer decides.
import { EVERYONE, type AgentId, type AssignmentReason, type Author, type Entry } from '#protocol'

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
      readonly intentConfidence: number
      /** Where it waited before, and why there; undefined when nothing placed it or that lies further back. */
      readonly place: Place | undefined
      readonly candidates: AssignmentReason['candidates']
    }

export type Place = { readonly groupName: string; readonly layer: AssignmentReason['layer']; readonly rule: string }

const idOf = (author: Author): AgentId => author.id as AgentId

function placeBefore(entries: readonly Entry[], before: number): Place | undefined {
  const queued = entries.slice(0, before).findLast(({ kind }) => kind === 'conversation.queued')
  if (queued?.kind !== 'conversation.queued') return undefined
  const { group, groupName, reason } = queued.body
  if (group === EVERYONE || reason === null) return undefined
  return { groupName, layer: reason.layer, rule: reason.rule }
}

/** Undefined while the entries that tell are not loaded. */
export function belongingOf(entries: readonly Entry[]): Belonging | undefined {
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index]
    if (entry?.kind === 'conversation.transferred' && idOf(entry.author) === entry.body.to)
      return { kind: 'took', agent: entry.body.to, byReply: false }
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
        intentConfidence: reason?.confidence ?? 0,
        place: placeBefore(entries, index),
        candidates: reason?.candidates ?? [],
      }
    }
    if (entry?.kind === 'conversation.opened' || entry?.kind === 'conversation.queued') return { kind: 'queued' }
  }
  return undefined
}
