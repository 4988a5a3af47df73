// Goes where a notification or a frontdesk:// link leads. What one may not see is refused by the server, in the place itself.
import type { ConversationId } from '#protocol'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../stores/desk.ts'
import { settingsPages } from '../stores/place.ts'
import { goTo, openConversation } from '../stores/workspace-store.ts'
import { showToast } from '../ui/toasts.ts'

export function usePlaceWanted(): void {
  const { t } = useTranslation('deskShell')
  const { platform, workspace, session } = useDesk()
  useEffect(
    () =>
      platform.onPlaceWanted((place) => {
        window.focus()
        if (place.kind === 'conversation') {
          const id = place.conversation as ConversationId
          const owner = session.client.state().conversations.get(id)?.summary.owner
          openConversation(workspace, id, owner === session.self.id ? 'mine' : 'open')
          return
        }
        const page = settingsPages.find((known) => place.kind === 'settings' && known === place.page)
        if (page) goTo(workspace, { section: 'settings', page })
        else showToast({ title: t('toast.badLink'), detail: t('toast.badLinkDetail') })
      }),
    [t, platform, workspace, session],
  )
}
