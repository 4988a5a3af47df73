// The visitor sees one history, however many conversations the desk keeps: newest at the end, without holes.
import type { ConversationId } from '#protocol'
import type { ConversationView } from '#client/client-state.ts'

export type VisibleHistory = {
  /** Oldest first. Each but the first reaches back to its own start, so that nothing is missing between them. */
  readonly views: readonly ConversationView[]
  /** Where "load earlier" goes on; undefined when everything is here. */
  readonly earlier: ConversationId | undefined
  readonly loading: boolean
}

const byAge = (a: ConversationView, b: ConversationView): number =>
  b.summary.openedAt - a.summary.openedAt || b.summary.id - a.summary.id

export const visibleHistory = (conversations: ReadonlyMap<ConversationId, ConversationView>): VisibleHistory => {
  const views: ConversationView[] = []
  for (const view of [...conversations.values()].toSorted(byAge)) {
    views.unshift(view)
    if (!view.atStart) return { views, earlier: view.summary.id, loading: view.loading }
  }
  return { views, earlier: undefined, loading: false }
}

/** The conversation that is going on: the newest one. */
export const currentConversation = (
  conversations: ReadonlyMap<ConversationId, ConversationView>,
): ConversationView | undefined => [...conversations.values()].toSorted(byAge)[0]
