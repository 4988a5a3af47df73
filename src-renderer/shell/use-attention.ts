// Calls an agent who looks elsewhere: title, badge, notification, sound. Never for what is on the screen already.
import type { ConversationId, ConversationSummary } from '#protocol'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { countUnread } from '../features/inbox/inbox-order.ts'
import { useClient, useDesk, useWorkspace } from '../stores/desk.ts'
import { visitorNameOf } from '../stores/visitor-name.ts'
import { openConversation, shownConversation } from '../stores/workspace-store.ts'
import { watchArrivals } from './arrivals.ts'
import { playChime } from './chime.ts'

const isLooking = (): boolean => document.visibilityState === 'visible' && document.hasFocus()

export function useAttention(): void {
  useUnreadCount()
  useNotifications()
  const { platform, workspace } = useDesk()
  useEffect(
    () =>
      platform.onOpenConversation((conversation) => {
        window.focus()
        openConversation(workspace, conversation as ConversationId, 'mine')
      }),
    [platform, workspace],
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
  const { t } = useTranslation('deskShell')
  const { session, platform, preferences, workspace } = useDesk()
  const { client, self } = session
  useEffect(() => {
    const watch = watchArrivals(self.id)
    const bodyOf = ({ lastMessage }: ConversationSummary): string => lastMessage?.preview ?? ''
    const hear = (): void => {
      const arrivals = watch(client.state())
      const { notifications, sound } = preferences.getState()
      for (const { kind, summary } of arrivals) {
        if (kind !== 'offered' && isLooking() && shownConversation(workspace.getState()) === summary.id) continue
        if (sound) playChime()
        if (!notifications || isLooking()) continue
        const name = visitorNameOf(t, summary.visitor)
        const title = kind === 'message' ? name : t(`notify.${kind}`, { name })
        platform.notify({ title, body: bodyOf(summary), conversation: summary.id })
      }
    }
    hear()
    return client.subscribe(hear)
  }, [client, self.id, platform, preferences, workspace, t])
}
