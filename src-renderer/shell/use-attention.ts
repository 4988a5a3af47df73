// Calls an agent who looks elsewhere: title, badge, and what came in their conversations. stores/notice.ts decides how.
import { NO_CONVERSATION, type ConversationId } from '#protocol'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { countUnread } from '../features/inbox/inbox-order.ts'
import { useClient, useDesk, useWorkspace } from '../stores/desk.ts'
import { useLastLine } from '../stores/use-last-line.ts'
import { shownConversation } from '../stores/workspace-store.ts'
import { watchArrivals } from './arrivals.ts'
import { isLooking, useCall } from './use-call.ts'
import { usePlaceWanted } from './use-place-wanted.ts'

export function useAttention(): void {
  useUnreadCount()
  usePlaceWanted()
  useNotifications()
  useDismissal()
  useWrittenReplies()
}

/** Written into a notification: it goes the way of every message, through the outbox. */
function useWrittenReplies(): void {
  const { platform, session } = useDesk()
  useEffect(
    () =>
      platform.desktop?.onReplied(({ conversation, text }) => {
        if (text.trim() !== '') session.client.send({ conversation: conversation as ConversationId, text, files: [] })
      }),
    [platform, session],
  )
}

function useUnreadCount(): void {
  const { t } = useTranslation('deskShell')
  const { platform, session } = useDesk()
  const section = useWorkspace(({ place }) => place.section)
  const unread = useClient(({ conversations }) => countUnread(conversations, session.self.id))
  useEffect(() => platform.setUnread(unread), [platform, unread])
  useEffect(() => {
    const page = t('title.page', { page: t(`rail.${section}`) })
    document.title = unread > 0 ? t('title.unread', { count: unread, page }) : page
  }, [t, section, unread])
}

function useNotifications(): void {
  const { session } = useDesk()
  const { client, self } = session
  const call = useCall()
  const lastLine = useLastLine()
  useEffect(() => {
    const watch = watchArrivals(self.id)
    const hear = (): void => {
      for (const { kind, summary } of watch(client.state()))
        call({ kind, summary, body: lastLine(summary.lastMessage) ?? '' })
    }
    hear()
    return client.subscribe(hear)
  }, [client, self.id, call, lastLine])
}

/** What I look at needs no notification any more. */
function useDismissal(): void {
  const { platform } = useDesk()
  const shown = useWorkspace(shownConversation)
  useEffect(() => {
    const dismiss = (): void => {
      if (shown !== NO_CONVERSATION && isLooking()) platform.dismiss(shown)
    }
    dismiss()
    window.addEventListener('focus', dismiss)
    return () => window.removeEventListener('focus', dismiss)
  }, [platform, shown])
}
