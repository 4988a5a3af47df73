// The notes that call me, as the server has them, and up to which one I have seen them. Asked for when the desk is live, when somebody calls, and
// when they are looked at.
import type { Client } from '#client/client.ts'
import type { ClientState } from '#client/client-state.ts'
import { NO_OFFSET, type AgentId, type Offset } from '#protocol'
import type { MentionList, MentionRow } from '#protocol/mention-schemas.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiErrorCode, ApiResult } from '../platform/api-result.ts'
import type { SimpleStorage } from './memory-storage.ts'

export type Mentions = {
  /** Newest first; undefined until they were read. */
  readonly rows: readonly MentionRow[] | undefined
  readonly code: ApiErrorCode | undefined
  readonly seenUpTo: Offset
}

export type MentionStore = StoreApi<Mentions> & {
  readonly load: () => void
  /** All that are known have been before my eyes. */
  readonly see: () => void
  /** Begins to follow the client. @returns how to stop */
  readonly watch: () => () => void
  /** Another window of the same person saw them. */
  readonly heard: (key: string | null, value: string | null) => void
}

export const unseenMentions = ({ rows, seenUpTo }: Mentions): number =>
  rows?.filter(({ offset }) => offset > seenUpTo).length ?? 0

const offsetOf = (stored: string | null): Offset => {
  const value = Number(stored ?? 0)
  return (Number.isSafeInteger(value) && value > 0 ? value : NO_OFFSET) as Offset
}

export function createMentionStore(
  {
    client,
    me,
    ask,
  }: {
    readonly client: Pick<Client, 'state' | 'subscribe'>
    readonly me: AgentId
    readonly ask: () => Promise<ApiResult<MentionList>>
  },
  storage: SimpleStorage,
  prefix: string,
): MentionStore {
  const key = `${prefix}:mentions-seen`
  const store = createStore<Mentions>(() => ({
    rows: undefined,
    code: undefined,
    seenUpTo: offsetOf(storage.getItem(key)),
  }))
  let round = 0

  const load = (): void => {
    round += 1
    const mine = round
    void ask().then((result) => {
      if (mine !== round) return
      store.setState(result.ok ? { rows: result.value.mentions, code: undefined } : { code: result.code })
    })
  }
  const see = (): void => {
    const { rows, seenUpTo } = store.getState()
    const newest = (rows?.[0]?.offset ?? NO_OFFSET) as Offset
    if (newest <= seenUpTo) return
    store.setState({ seenUpTo: newest })
    try {
      storage.setItem(key, String(newest))
    } catch {
      // Storage is full or forbidden: this window knows it until it is reloaded.
    }
  }

  let before: Pick<ClientState, 'conversations'> & { readonly isLive: boolean } = {
    conversations: new Map(),
    isLive: false,
  }
  const callsMe = ({ conversations }: ClientState): boolean => {
    for (const [id, view] of conversations) {
      const known = before.conversations.get(id)
      if (known === view || known === undefined) continue
      const isNew = view.entries.some(
        (entry) =>
          entry.seq > known.summary.lastSeq && entry.kind === 'note.added' && entry.body.mentions?.includes(me),
      )
      if (isNew) return true
    }
    return false
  }
  const look = (): void => {
    const state = client.state()
    const isLive = state.link.kind === 'live'
    const wasCalled = state.conversations !== before.conversations && callsMe(state)
    if ((isLive && !before.isLive) || wasCalled) load()
    before = { conversations: state.conversations, isLive }
  }

  return {
    ...store,
    load,
    see,
    watch: () => {
      look()
      return client.subscribe(look)
    },
    heard: (changed, value) => {
      if (changed === key) store.setState({ seenUpTo: offsetOf(value) })
    },
  }
}
