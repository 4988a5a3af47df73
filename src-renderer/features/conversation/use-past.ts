// The history around a message that was jumped to, as far as it is loaded. It joins the conversation's newest entries when it reaches them.
import type { ConversationView } from '#client/client-state.ts'
import {
  beforeOfPageAround,
  extendedBack,
  extendedForward,
  joinedWith,
  windowOf,
  type HistoryWindow,
} from '#client/history-window.ts'
import { NO_SEQ, type Entry, type ErrorCode, type Seq } from '#protocol'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useClient, useDesk } from '../../stores/desk.ts'

export type Past = {
  readonly entries: readonly Entry[]
  readonly atStart: boolean
  /** The newest entries follow without a gap. */
  readonly reachesNow: boolean
  readonly loading: boolean
  readonly code: ErrorCode | undefined
  readonly loadEarlier: () => void
  readonly loadLater: () => void
  readonly retry: () => void
}

type Asking = 'around' | 'earlier' | 'later'
type State = {
  readonly window: HistoryWindow | undefined
  readonly code: ErrorCode | undefined
  readonly loading: boolean
}

/** @param at of the component's whole life: it is mounted anew for another. NO_SEQ: nothing was jumped to. */
export function usePast(view: ConversationView, at: Seq): Past | undefined {
  const { client } = useDesk().session
  const isLive = useClient(({ link }) => link.kind === 'live')
  const { id } = view.summary
  const { entries: newest } = view
  const [{ window, code, loading }, setState] = useState<State>({ window: undefined, code: undefined, loading: false })
  const isAsking = useRef(false)
  // What is loaded anyway may reach back to it.
  const isNear = at === NO_SEQ || (newest[0] !== undefined && newest[0].seq <= at)

  const ask = (asking: Asking): void => {
    if (isAsking.current) return
    isAsking.current = true
    setState((before) => ({ ...before, loading: true, code: undefined }))
    const first = window?.entries[0]?.seq
    const last = window?.entries.at(-1)?.seq
    const query =
      asking === 'later' && last !== undefined
        ? { after: last }
        : { before: asking === 'earlier' && first !== undefined ? first : beforeOfPageAround(at) }
    void client.history({ conversation: id, ...query }).then((page) => {
      isAsking.current = false
      setState((before) => {
        if (!page.ok) return { ...before, loading: false, code: page.code }
        const held = before.window
        const next =
          held === undefined
            ? windowOf(page.value)
            : asking === 'later'
              ? extendedForward(held, page.value)
              : extendedBack(held, page.value)
        return { window: next, loading: false, code: undefined }
      })
    })
  }

  const needsFirst = !isNear && window === undefined && isLive && code === undefined
  useEffect(() => {
    if (needsFirst) ask('around')
    // oxlint-disable-next-line react/exhaustive-deps -- asked once when it is needed, and again on a new connection
  }, [needsFirst])

  useEffect(() => {
    // What failed with its connection is asked for again on the next.
    if (isLive) setState((before) => (before.code === undefined ? before : { ...before, code: undefined }))
  }, [isLive])

  const joined = useMemo(() => window && joinedWith(window, newest), [window, newest])
  if (at === NO_SEQ || (isNear && window === undefined)) return undefined
  const entries = joined ?? window?.entries ?? []
  return {
    entries,
    atStart: entries[0]?.seq === 1,
    reachesNow: joined !== undefined,
    loading: loading || window === undefined,
    code,
    loadEarlier: () => ask('earlier'),
    loadLater: () => ask('later'),
    retry: () => ask(window === undefined ? 'around' : 'later'),
  }
}
