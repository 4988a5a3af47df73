// The difference between two states of the client library, small enough to be sent at every change.
import type { ConversationId } from '#protocol'
import type { ClientState, ConversationView } from '#client/client-state.ts'
import { emptyClientState } from '../visitor/visitor-client.ts'

export type StatePatch = {
  /** Starts from nothing. */
  readonly whole: boolean
  readonly fields: Partial<Pick<ClientState, 'link' | 'viewer' | 'ready' | 'announcement' | 'outbox'>>
  readonly conversations: readonly ConversationView[]
  readonly removed: readonly ConversationId[]
}

const fields = ['link', 'viewer', 'ready', 'announcement', 'outbox'] as const

/** @returns undefined when nothing that a visitor sees has changed. */
export const diffState = (before: ClientState | undefined, after: ClientState): StatePatch | undefined => {
  const base = before ?? emptyClientState
  const changed = fields.filter((field) => before === undefined || base[field] !== after[field])
  const conversations = [...after.conversations.values()].filter(
    (view) => base.conversations.get(view.summary.id) !== view,
  )
  const removed = [...base.conversations.keys()].filter((id) => !after.conversations.has(id))
  if (before && changed.length + conversations.length + removed.length === 0) return undefined
  const values = Object.fromEntries(changed.map((field) => [field, after[field]]))
  return { whole: before === undefined, fields: values, conversations, removed }
}

export const applyPatch = (before: ClientState, patch: StatePatch): ClientState => {
  const base = patch.whole ? emptyClientState : before
  const next = { ...base, ...patch.fields }
  if (patch.conversations.length + patch.removed.length === 0) return next
  const conversations = new Map(base.conversations)
  for (const id of patch.removed) conversations.delete(id)
  for (const view of patch.conversations) conversations.set(view.summary.id, view)
  return { ...next, conversations }
}
