// A new leader starts with the newest entries only. What this tab had already loaded before them stays on its screen.
import type { ClientState, ConversationView, OutboxMessage } from '#client/client-state.ts'
import { withRevisions } from '#client/with-revisions.ts'

/** Prepends older entries that `next` does not have, if they join it without a gap: the same entry must be in both. */
const keepOlder = (shown: ConversationView | undefined, next: ConversationView): ConversationView => {
  const first = next.entries[0]
  if (!shown || !first || next.atStart) return next
  const seam = shown.entries.findIndex((entry) => entry.offset === first.offset && entry.seq === first.seq)
  if (seam <= 0) return next
  const older = withRevisions(shown.entries.slice(0, seam), next.entries)
  return { ...next, atStart: shown.atStart, entries: [...older, ...next.entries] }
}

const joinOutbox = (shown: readonly OutboxMessage[], next: readonly OutboxMessage[]): readonly OutboxMessage[] => {
  const known = new Set(next.map((message) => message.cid))
  return [...shown.filter((message) => !known.has(message.cid)), ...next]
}

/** @returns what to show when the state comes from a new source: never less than was shown, as far as it is still true. */
export const createHistoryKeeper = () => {
  /** An unchanged view must stay the same object: it would be sent and drawn again otherwise. */
  const merged = new WeakMap<ConversationView, ConversationView>()
  return (shown: ClientState, next: ClientState): ClientState => {
    // The new source is still reading what was kept and has heard nothing yet: only its connection is news.
    if (shown.ready && !next.ready) return { ...shown, link: next.link, outbox: joinOutbox(shown.outbox, next.outbox) }
    const conversations = new Map(next.conversations)
    for (const [id, view] of next.conversations) {
      const known = merged.get(view) ?? keepOlder(shown.conversations.get(id), view)
      merged.set(view, known)
      conversations.set(id, known)
    }
    return { ...next, conversations }
  }
}
