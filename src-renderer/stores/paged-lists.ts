// Which conversations the server listed beyond those the client holds by itself: closed ones, a visitor's earlier ones, the
// long tail of a full desk. Ids only: the conversations themselves are in the client's state.
import type { ListView } from '#client/agent-orders.ts'
import type { Client } from '#client/client.ts'
import { NO_OFFSET, type ConversationId, type ErrorCode, type Offset, type VisitorId } from '#protocol'
import { createStore, type StoreApi } from 'zustand/vanilla'

export type PagedList = {
  readonly ids: readonly ConversationId[]
  /** NO_OFFSET when there is no more. */
  readonly next: Offset
  readonly loading: boolean
  readonly loaded: boolean
  readonly code: ErrorCode | undefined
}

export type PagedLists = StoreApi<ReadonlyMap<string, PagedList>> & {
  /** The first page again, e.g. when the view is opened. */
  readonly refresh: (view: ListView, visitor?: VisitorId) => Promise<void>
  readonly more: (view: ListView, visitor?: VisitorId) => Promise<void>
}

export const listKey = (view: ListView, visitor?: VisitorId): string =>
  visitor === undefined ? view : `${view}:${visitor}`

export const emptyList: PagedList = { ids: [], next: NO_OFFSET, loading: false, loaded: false, code: undefined }

/** Two screens of rows. */
const pageSize = 50

export function createPagedLists(client: Client): PagedLists {
  const store = createStore<ReadonlyMap<string, PagedList>>(() => new Map())
  const listOf = (key: string): PagedList => store.getState().get(key) ?? emptyList
  const setList = (key: string, list: PagedList): void => store.setState(new Map(store.getState()).set(key, list), true)

  const load = async (view: ListView, visitor: VisitorId | undefined, before: Offset): Promise<void> => {
    const key = listKey(view, visitor)
    const held = listOf(key)
    if (held.loading) return
    setList(key, { ...held, loading: true, code: undefined })
    const page = await client.list({ view, before, limit: pageSize, ...(visitor === undefined ? {} : { visitor }) })
    if (!page.ok) {
      setList(key, { ...held, loading: false, code: page.code })
      return
    }
    const fresh = page.value.conversations.map(({ id }) => id)
    const ids = before === NO_OFFSET ? fresh : [...new Set([...held.ids, ...fresh])]
    setList(key, { ids, next: page.value.next, loading: false, loaded: true, code: undefined })
  }

  return {
    ...store,
    refresh: (view, visitor) => load(view, visitor, NO_OFFSET),
    more: async (view, visitor) => {
      const { next } = listOf(listKey(view, visitor))
      if (next !== NO_OFFSET) await load(view, visitor, next)
    },
  }
}
