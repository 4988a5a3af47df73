// The quick replies this agent may use, kept in the window and made ready for searching. The desk is asked only for what changed.
import type { ReplyId } from '#protocol'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiErrorCode } from '../../platform/api-result.ts'
import type { RepliesApi } from '../../platform/replies-api.ts'
import { loadReadings, noReadings, type Readings } from './pinyin-readings.ts'
import { prepareReply, type Prepared, type Reply } from './reply-search.ts'

export type ReplyShelf = {
  /** `loading` only until the first whole list is there. */
  readonly phase: 'loading' | 'ready' | 'failed'
  readonly code: ApiErrorCode | undefined
  readonly prepared: readonly Prepared[]
}

export type ReplyStore = StoreApi<ReplyShelf> & {
  /** Asks for what changed, unless that was just done. What is there stays in use meanwhile. */
  readonly refresh: () => Promise<void>
  /** The same at once: after one's own change. */
  readonly reload: () => Promise<void>
}

/** Opening the list again and again asks no more often than this. */
const freshForMs = 2_000

export function createReplyStore(
  api: RepliesApi,
  now: () => number,
  load: () => Promise<Readings> = loadReadings,
): ReplyStore {
  const store = createStore<ReplyShelf>(() => ({ phase: 'loading', code: undefined, prepared: [] }))
  const known = new Map<ReplyId, Prepared>()
  let readings = noReadings
  let cursor = ''
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | undefined

  const prepare = (reply: Reply): void => void known.set(reply.id, prepareReply(reply, readings))
  const show = (): void => store.setState({ phase: 'ready', code: undefined, prepared: [...known.values()] })

  const ask = async (): Promise<void> => {
    if (readings === noReadings) readings = await load()
    let isChanged = store.getState().phase !== 'ready'
    for (let more = true; more;) {
      const answer = await api.changes(cursor)
      if (!answer.ok) {
        const { phase } = store.getState()
        store.setState({ phase: phase === 'ready' ? phase : 'failed', code: answer.code })
        return
      }
      const { fresh, replies, gone, cursor: next } = answer.value
      if (fresh) known.clear()
      for (const id of gone) known.delete(id)
      replies.forEach(prepare)
      isChanged ||= fresh || gone.length > 0 || replies.length > 0
      cursor = next
      more = answer.value.more
    }
    askedAt = now()
    if (isChanged) show()
    else if (store.getState().code !== undefined) store.setState({ code: undefined })
  }
  const askOnce = (): Promise<void> => {
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return asking
  }
  return {
    ...store,
    refresh: async () => {
      if (now() - askedAt >= freshForMs) await askOnce()
    },
    reload: async () => {
      // What is being asked may have been answered before the change.
      await asking
      await askOnce()
    },
  }
}
