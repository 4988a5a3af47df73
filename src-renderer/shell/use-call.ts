// Carries out how the person is called (stores/notice.ts): by sound, by the system's notification, by a flash.
import { NO_CONVERSATION, type ConversationId, type ConversationSummary } from '#protocol'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { playChime } from '../platform/chime.ts'
import { useDesk } from '../stores/desk.ts'
import { noticeOf, type NoticeKind } from '../stores/notice.ts'
import { visitorNameOf } from '../stores/visitor-name.ts'
import { shownConversation } from '../stores/workspace-store.ts'
import { hearLookedAt } from './looked-at.ts'

export const isLooking = (): boolean => document.visibilityState === 'visible' && document.hasFocus()

export type CallOf = {
  readonly kind: NoticeKind
  readonly summary: ConversationSummary
  /** In place of what the kind would say. */
  readonly title?: string
  readonly body: string
}

export function useCall(): (what: CallOf) => void {
  const { t } = useTranslation('deskShell')
  const { platform, preferences, workspace } = useDesk()
  const lookedAt = useRef<ConversationId>(NO_CONVERSATION)
  useEffect(
    () =>
      hearLookedAt((id) => {
        lookedAt.current = id
      }),
    [],
  )
  return useCallback(
    ({ kind, summary, title, body }) => {
      const isInItsWindow = lookedAt.current === summary.id
      const shown = isInItsWindow ? summary.id : shownConversation(workspace.getState())
      const looking = { isLooking: isInItsWindow || isLooking(), shown }
      const notice = noticeOf({ kind, conversation: summary.id }, looking, preferences.getState(), Date.now())
      if (!notice) return
      if (notice.sound !== 'none') playChime(notice.sound)
      if (notice.flashes) platform.desktop?.callAttention()
      if (!notice.shows) return
      platform.notify({
        title: notice.isPrivate
          ? t(`notify.private.${kind}`)
          : (title ?? t(`notify.${kind}`, { name: visitorNameOf(t, summary.visitor) })),
        body: notice.isPrivate ? '' : body,
        conversation: summary.id,
        mayReply: kind === 'message' || kind === 'assigned',
      })
    },
    [t, platform, preferences, workspace],
  )
}
