// Which conversations of the list are picked for doing something with all of them. Lives as long as the view is on the screen.
import type { ConversationId } from '#protocol'
import { createStore, type StoreApi } from 'zustand/vanilla'

export type Selection = {
  readonly picked: ReadonlySet<ConversationId>
  /** Where a range begins: what was picked last by itself. */
  readonly anchor: ConversationId | undefined
}

export type SelectionStore = StoreApi<Selection> & {
  readonly toggle: (id: ConversationId) => void
  /** Everything between the anchor and `to`, as the list stands; what was picked before stays. */
  readonly extend: (to: ConversationId, list: readonly ConversationId[]) => void
  readonly pick: (ids: Iterable<ConversationId>) => void
  readonly clear: () => void
}

const none: Selection = { picked: new Set(), anchor: undefined }

export function createSelectionStore(): SelectionStore {
  const store = createStore<Selection>(() => none)
  return {
    ...store,
    toggle: (id) =>
      store.setState(({ picked }) => {
        const next = new Set(picked)
        if (!next.delete(id)) next.add(id)
        return { picked: next, anchor: id }
      }),
    extend: (to, list) =>
      store.setState(({ picked, anchor }) => {
        const end = list.indexOf(to)
        const begin = anchor === undefined ? -1 : list.indexOf(anchor)
        if (end === -1) return {}
        if (begin === -1) return { picked: new Set(picked).add(to), anchor: to }
        const range = list.slice(Math.min(begin, end), Math.max(begin, end) + 1)
        return { picked: new Set([...picked, ...range]) }
      }),
    pick: (ids) => store.setState({ picked: new Set(ids), anchor: undefined }),
    clear: () => {
      if (store.getState().picked.size > 0) store.setState(none)
    },
  }
}
