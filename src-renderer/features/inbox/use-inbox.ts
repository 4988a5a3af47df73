// The inbox's lists and counts out of the client's state, and the freeze while a hand is in the list.
import type { ConversationView } from '#client/client-state.ts'
import { limits, type ConversationId } from '#protocol'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand/react'
import { useShallow } from 'zustand/react/shallow'
import { useClient, useDesk } from '../../stores/desk.ts'
import { emptyList, listKey, type PagedList } from '../../stores/paged-lists.ts'
import type { InboxView } from '../../stores/place.ts'
import { emptyOrder, nextOrder, type ShownOrder } from './frozen-order.ts'
import { countInbox, orderInbox, type InboxCounts } from './inbox-order.ts'

type Conversations = ReadonlyMap<ConversationId, ConversationView>

/** More open conversations than a snapshot carries: the rest is fetched in pages. */
const isSaturated = (conversations: Conversations): boolean => conversations.size >= limits.maxSnapshotConversations

export type InboxList = {
  readonly order: ShownOrder
  /** Shows what came meanwhile, at once. */
  readonly thaw: () => void
  readonly paged: PagedList
  readonly loadMore: () => void
}

export function useInboxList(view: InboxView, isFrozen: boolean): InboxList {
  const { session, closing, lists } = useDesk()
  const me = session.self.id
  const conversations = useClient((state) => state.conversations)
  const isLive = useClient(({ link }) => link.kind === 'live')
  const beingClosed = useStore(closing)
  const paged = useStore(lists, (all) => all.get(listKey(view))) ?? emptyList
  const live = useMemo(
    () => orderInbox(conversations, { view, me, isClosing: (id) => beingClosed.has(id), listed: paged.ids }),
    [conversations, view, me, beingClosed, paged.ids],
  )
  const [shown, setShown] = useState(emptyOrder)
  // A thaw is a wish for the next render, which reads whatever the stores hold by then.
  const [wished, setWished] = useState(0)
  const [granted, setGranted] = useState(0)
  if (wished !== granted) setGranted(wished)
  const order = nextOrder(shown, live, isFrozen && wished === granted)
  // Derived from the previous order, not only from the props: React renders again at once, without drawing in between.
  if (order !== shown) setShown(order)

  const needsPages = view === 'closed' || isSaturated(conversations)
  useEffect(() => {
    if (isLive && needsPages) void lists.refresh(view)
  }, [isLive, needsPages, lists, view])
  return {
    order,
    thaw: () => setWished((before) => before + 1),
    paged,
    loadMore: () => {
      if (needsPages && !paged.loading && paged.code === undefined) void lists.more(view)
    },
  }
}

export function useInboxCounts(): InboxCounts {
  const { session, closing } = useDesk()
  const beingClosed = useStore(closing)
  return useClient(
    useShallow(({ conversations }) => countInbox(conversations, session.self.id, (id) => beingClosed.has(id))),
  )
}
