// What one is changing of one's own words, per conversation, and what one recalled a moment ago, to be written again. In this window's memory:
// the words themselves are safe where they were.
import type { Cid, ConversationId, EpochMs, FileRef, Offset } from '#protocol'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** A message or a note of one's own, as far as changing it goes. */
export type OwnWords = {
  readonly cid: Cid
  readonly isNote: boolean
  /** The server's time for it; undefined while it is not stored: nothing runs out yet. */
  readonly at: EpochMs | undefined
  readonly text: string
  readonly files: readonly FileRef[]
  readonly quote: Offset | 0
}

export type Edit = { readonly of: OwnWords; readonly text: string }

export type Edits = {
  readonly open: ReadonlyMap<ConversationId, Edit>
  /** Newest last. */
  readonly recalled: ReadonlyMap<Cid, OwnWords>
}

export type EditStore = StoreApi<Edits> & {
  readonly begin: (conversation: ConversationId, of: OwnWords) => void
  readonly change: (conversation: ConversationId, text: string) => void
  readonly end: (conversation: ConversationId) => void
  readonly remember: (recalled: OwnWords) => void
}

/** Recalls remembered: more than anybody takes back in two minutes. */
export const maxRecallsKept = 20

export function createEditStore(): EditStore {
  const store = createStore<Edits>(() => ({ open: new Map(), recalled: new Map() }))
  const put = (conversation: ConversationId, edit: Edit | undefined): void =>
    store.setState(({ open }) => {
      const next = new Map(open)
      if (edit) next.set(conversation, edit)
      else next.delete(conversation)
      return { open: next }
    })
  return {
    ...store,
    begin: (conversation, of) => put(conversation, { of, text: of.text }),
    change: (conversation, text) => {
      const edit = store.getState().open.get(conversation)
      if (edit) put(conversation, { ...edit, text })
    },
    end: (conversation) => put(conversation, undefined),
    remember: (words) =>
      store.setState(({ recalled }) => ({
        recalled: new Map([...recalled, [words.cid, words] as const].slice(-maxRecallsKept)),
      })),
  }
}
