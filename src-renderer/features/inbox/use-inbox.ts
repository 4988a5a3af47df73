// The inbox's lists and counts out of the client's state, and the freeze while a hand is in the list.
import { EVERYONE, limits, NO_OFFSET, type GroupId } from '#protocol'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand/react'
import { useClient, useDesk, useOffice } from '../../stores/desk.ts'
import type { InboxQuery } from '../../stores/inbox-query.ts'
import { useMinute } from '../../stores/now-store.ts'
import { emptyList, listKey, type PagedList } from '../../stores/paged-lists.ts'
import type { InboxView } from '../../stores/place.ts'
import { emptyOrder, nextOrder, type ShownOrder } from './frozen-order.ts'
import { countInbox, inView, orderInbox, type InboxCounts, type Looker } from './inbox-order.ts'
import { facetsOf, type Facets } from './filter-facets.ts'

/** More open conversations than a snapshot carries: the rest is fetched in pages. */
const isSaturated = (held: number): boolean => held >= limits.maxSnapshotConversations

/** The server lists no queue by group: what my groups have is among what is open. */
const listOf = (view: InboxView) => (view === 'groups' ? 'open' : view)

export type InboxList = {
  readonly order: ShownOrder
  /** Shows what came meanwhile, at once. */
  readonly thaw: () => void
  readonly paged: PagedList
  /** There is more at the server than was looked through. */
  readonly hasMore: boolean
  readonly loadMore: () => void
}

function useLooker(): Looker {
  const { session, closing } = useDesk()
  const me = session.self.id
  const beingClosed = useStore(closing)
  const groups = useOffice((office) => office.groups)
  return useMemo(() => {
    const mine = groups.filter(({ id, members }) => id !== EVERYONE && members.includes(me)).map(({ id }) => id)
    return { me, myGroups: new Set<GroupId>(mine), isClosing: (id) => beingClosed.has(id) }
  }, [me, groups, beingClosed])
}

const usePaged = (view: InboxView): PagedList =>
  useStore(useDesk().lists, (all) => all.get(listKey(listOf(view)))) ?? emptyList

export function useInboxList(view: InboxView, query: InboxQuery, isFrozen: boolean): InboxList {
  const { lists } = useDesk()
  const looker = useLooker()
  const conversations = useClient((state) => state.conversations)
  const isLive = useClient(({ link }) => link.kind === 'live')
  const targets = useOffice((office) => office.targets)
  const paged = usePaged(view)
  const minute = useMinute()
  // Only "waiting over n minutes" asks what time it is.
  const nowMs = query.waitMinutes > 0 ? minute : 0
  const live = useMemo(
    () => orderInbox(conversations, { ...looker, view, query, targets, nowMs, listed: paged.ids }),
    [conversations, looker, view, query, targets, nowMs, paged.ids],
  )
  const [shown, setShown] = useState(emptyOrder)
  // A thaw is a wish for the next render, which reads whatever the stores hold by then.
  const [wished, setWished] = useState(0)
  const [granted, setGranted] = useState(0)
  if (wished !== granted) setGranted(wished)
  // Another filter or order is one's own doing: it shows at once.
  const [asked, setAsked] = useState(query)
  if (asked !== query) setAsked(query)
  const order = nextOrder(shown, live, isFrozen && wished === granted && asked === query)
  // Derived from the previous order, not only from the props: React renders again at once, without drawing in between.
  if (order !== shown) setShown(order)

  const needsPages = view === 'closed' || isSaturated(conversations.size)
  useEffect(() => {
    if (isLive && needsPages) void lists.refresh(listOf(view))
  }, [isLive, needsPages, lists, view])
  return {
    order,
    thaw: () => setWished((before) => before + 1),
    paged,
    hasMore: needsPages && paged.loaded && paged.next !== NO_OFFSET,
    loadMore: () => {
      if (needsPages && !paged.loading && paged.code === undefined) void lists.more(listOf(view))
    },
  }
}

export function useInboxCounts(): InboxCounts {
  const looker = useLooker()
  const conversations = useClient((state) => state.conversations)
  return useMemo(() => countInbox(conversations, looker), [conversations, looker])
}

/** What there is to filter by in a view, counted while the picker is open. */
export function useFacets(view: InboxView): Facets {
  const looker = useLooker()
  const conversations = useClient((state) => state.conversations)
  const listed = usePaged(view).ids
  const minute = useMinute()
  return useMemo(
    () => facetsOf(inView(conversations, { ...looker, view, listed }), minute),
    [conversations, looker, view, listed, minute],
  )
}

/** Whether I am in any group; true until it is known, so that nobody is told otherwise for a moment. */
export function useIsInGroup(): boolean {
  const isKnown = useOffice((office) => office.isKnown)
  return useLooker().myGroups.size > 0 || !isKnown
}
