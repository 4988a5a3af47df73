// Who is in a conversation beside me: colleagues who have it on the screen, and those of them who write. Pure.
import type { AgentId, Author } from '#protocol'

export type Companion = { readonly agent: AgentId; readonly isWriting: boolean }

/** Writers first. `viewers` as the server tells them, me among them; `typing` of everybody else. */
export function companyOf(viewers: readonly AgentId[], typing: readonly Author[], me: AgentId): readonly Companion[] {
  const writers = new Set(typing.flatMap(({ kind, id }) => (kind === 'agent' && id !== me ? [id as AgentId] : [])))
  const readers = viewers.filter((agent) => agent !== me && !writers.has(agent))
  return [
    ...[...writers].map((agent) => ({ agent, isWriting: true })),
    ...readers.map((agent) => ({ agent, isWriting: false })),
  ]
}
