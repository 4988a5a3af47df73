// Conversations being closed: the close goes out after the undo window, so that undo is honest. A visitor who writes in
// between keeps the conversation open.
import type { Client } from '#client/client.ts'
import { ok, type ChosenCloseReason, type ConversationId, type ErrorCode, type Offset, type Result } from '#protocol'
import { createStore, type StoreApi } from 'zustand/vanilla'

export type Closing = { readonly reason: ChosenCloseReason; readonly lastOffset: Offset }

export type ClosingEvents = {
  /** The visitor wrote again: nothing was closed. */
  readonly keptOpen: (conversation: ConversationId) => void
  readonly failed: (conversation: ConversationId, code: ErrorCode) => void
}

export type ClosingStore = StoreApi<ReadonlyMap<ConversationId, Closing>> & {
  readonly begin: (conversation: ConversationId, reason: ChosenCloseReason) => void
  readonly undo: (conversation: ConversationId) => void
  /** The undo window is over. */
  readonly settle: (conversation: ConversationId) => void
  /** As `settle`, for whoever tells themselves what came of it. One that is not being closed any more is fine. */
  readonly finish: (conversation: ConversationId) => Promise<Result<void>>
  /** The window goes away: what was announced is carried out. */
  readonly settleAll: () => void
  /** Begins to watch for visitors who write again. @returns how to stop */
  readonly watch: () => () => void
}

export function createClosingStore(client: Client, events: ClosingEvents): ClosingStore {
  const store = createStore<ReadonlyMap<ConversationId, Closing>>(() => new Map())

  const take = (conversation: ConversationId): Closing | undefined => {
    const closing = store.getState().get(conversation)
    if (!closing) return undefined
    const rest = new Map(store.getState())
    rest.delete(conversation)
    store.setState(rest, true)
    return closing
  }

  const finish = async (conversation: ConversationId): Promise<Result<void>> => {
    const closing = take(conversation)
    if (!closing) return ok(undefined)
    const result = await client.close(conversation, closing.reason)
    return !result.ok && result.code === 'conversation_closed' ? ok(undefined) : result
  }

  const settle = async (conversation: ConversationId): Promise<void> => {
    const result = await finish(conversation)
    if (!result.ok) events.failed(conversation, result.code)
  }

  const keepOpen = (): void => {
    for (const [conversation, closing] of store.getState()) {
      const last = client.state().conversations.get(conversation)?.summary.lastMessage
      if (last?.author.kind !== 'visitor' || last.offset <= closing.lastOffset) continue
      take(conversation)
      events.keptOpen(conversation)
    }
  }

  return {
    ...store,
    begin: (conversation, reason) => {
      const lastOffset = client.state().conversations.get(conversation)?.summary.lastOffset
      if (lastOffset === undefined) return
      store.setState(new Map(store.getState()).set(conversation, { reason, lastOffset }), true)
    },
    undo: (conversation) => void take(conversation),
    settle: (conversation) => void settle(conversation),
    finish,
    settleAll: () => {
      for (const conversation of store.getState().keys()) void settle(conversation)
    },
    watch: () => client.subscribe(keepOpen),
  }
}
