// The items of one conversation, kept while nothing they are made of changes, and where "new" began when it was opened.
import type { OutboxMessage, OutboxRevision } from '#client/client-state.ts'
import { readMarkOf } from '#client/receipt-marks.ts'
import { NO_OFFSET, type ConversationId, type EpochMs, type Offset } from '#protocol'
import { useMemo, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { useClient, useConversation, useDesk } from '../../stores/desk.ts'
import { withPending } from './pending-revisions.ts'
import { buildTimeline, type TimelineItem } from './timeline.ts'
import type { Past } from './use-past.ts'

const none: readonly OutboxMessage[] = []
const noRevisions: readonly OutboxRevision[] = []

/** Local date; cheap, unlike Intl, and never shown. */
const dayOf = (at: EpochMs): string => {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`
}

/** `past`: other entries than the newest; what is unsent belongs to the newest alone. */
export function useTimeline(id: ConversationId, past?: Pick<Past, 'entries' | 'reachesNow'>): readonly TimelineItem[] {
  const { self } = useDesk().session
  const view = useConversation(id)
  const entries = past?.entries ?? view?.entries
  const isInPast = past?.reachesNow === false
  const outbox = useClient(
    useShallow((state) => (isInPast ? none : state.outbox.filter(({ conversation }) => conversation === id))),
  )
  const revisions = useClient(
    useShallow((state) =>
      state.revisions.length === 0 ? noRevisions : state.revisions.filter(({ conversation }) => conversation === id),
    ),
  )
  const unreadAfter = useUnreadAfter(id)
  return useMemo(
    () =>
      entries === undefined
        ? []
        : buildTimeline({ ...withPending(entries, outbox, revisions, self.id), me: self.id, unreadAfter, dayOf }),
    [entries, outbox, revisions, self.id, unreadAfter],
  )
}

/** My read mark at the moment the conversation came on screen; reading it now does not move the line away. */
function useUnreadAfter(id: ConversationId): Offset {
  const { client } = useDesk().session
  const [unreadAfter] = useState(() => {
    const { viewer, conversations } = client.state()
    const view = conversations.get(id)
    return viewer && view && view.summary.unread > 0 ? readMarkOf(view.marks, viewer) : NO_OFFSET
  })
  return unreadAfter
}
