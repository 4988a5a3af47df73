// At the foot of a timeline that was jumped into: the way to the newest messages, and back to what was searched for.
import { NO_CONVERSATION, type ConversationId, type ErrorCode } from '#protocol'
import { ArrowDown, CloudOff, Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useClient, useDesk } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { goTo, openConversation } from '../../stores/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './timeline.module.css'

/** `isAtNow`: the newest messages are on the screen already. */
export function PastBar({ id, isAtNow }: Readonly<{ id: ConversationId; isAtNow: boolean }>) {
  const { t } = useTranslation('deskConversation')
  const { workspace, search } = useDesk()
  const hasResults = useStore(search, ({ typed }) => typed.trim() !== '')
  const toNow = (): void => openConversation(workspace, id)
  useLeaveOnSend(id, toNow)
  if (isAtNow && !hasResults) return null
  return (
    <div className={styles.pastBar}>
      {hasResults && (
        <button type="button" className={styles.pastButton} onClick={() => goTo(workspace, { section: 'search' })}>
          <Icon of={Search} />
          {t('past.results')}
        </button>
      )}
      {!isAtNow && (
        <button type="button" className={styles.pastButton} onClick={toNow}>
          <Icon of={ArrowDown} />
          {t('past.toNewest')}
        </button>
      )}
    </div>
  )
}

/** What I write stands at the end: there one goes with it. */
function useLeaveOnSend(id: ConversationId, leave: () => void): void {
  const unsent = useClient(
    ({ outbox }) => outbox.findLast(({ conversation }) => conversation !== NO_CONVERSATION && conversation === id)?.cid,
  )
  const before = useRef(unsent)
  useEffect(() => {
    const isNew = unsent !== undefined && unsent !== before.current
    before.current = unsent
    if (isNew) leave()
  })
}

export function PastFailed({ code, onRetry }: Readonly<{ code: ErrorCode; onRetry: () => void }>) {
  const { t } = useTranslation('deskConversation')
  const errorText = useErrorText()
  return (
    <EmptyState
      icon={CloudOff}
      title={t('past.failed')}
      hint={errorText(code)}
      action={<Button onClick={onRetry}>{t('past.retry')}</Button>}
    />
  )
}
