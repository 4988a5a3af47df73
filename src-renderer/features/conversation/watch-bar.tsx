// Says that somebody who leads is reading along in a colleague's conversation, and what they can do there. Reading along leaves no
// mark: no "seen", no typing sign, no name.
import { NO_CONVERSATION, type ConversationSummary } from '#protocol'
import { Eye, Hand, MessageSquareLock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAgent, useDesk } from '../../stores/desk.ts'
import { useIsWatching } from '../../stores/use-is-watching.ts'
import { openConversation } from '../../stores/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './conversation.module.css'

export function WatchBar({ summary }: Readonly<{ summary: ConversationSummary }>) {
  const { t } = useTranslation('deskWatch')
  const { workspace, signals } = useDesk()
  const isWatching = useIsWatching(summary)
  const name = useAgent(summary.owner)?.name ?? t('aColleague')
  if (!isWatching) return null
  const stop = (): void => {
    openConversation(workspace, NO_CONVERSATION)
    window.requestAnimationFrame(() => signals.moveInList(0))
  }
  return (
    <section aria-label={t('label')} className={styles.watch}>
      <p role="status" className={styles.watchSign}>
        <Icon of={Eye} />
        <strong className={styles.watching}>{t('watching')}</strong>
        <span className={styles.watchWords}>{t('lead', { name })}</span>
      </p>
      <div className={styles.watchActions}>
        <Button size="small" icon={MessageSquareLock} keys="N" onClick={() => workspace.setState({ dialog: 'note' })}>
          {t('whisper')}
        </Button>
        <Button size="small" icon={Hand} keys="A" onClick={() => workspace.setState({ dialog: 'takeOver' })}>
          {t('takeOver')}
        </Button>
        <Button size="small" onClick={stop}>
          {t('stop')}
        </Button>
      </div>
    </section>
  )
}
