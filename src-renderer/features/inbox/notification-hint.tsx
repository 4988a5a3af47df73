// Asks once, in the browser only, whether the desk may show notifications: browsers want a click for that.
import { BellRing, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk, usePreference } from '../../stores/desk.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './inbox.module.css'

export function NotificationHint() {
  const { t } = useTranslation('deskInbox')
  const { platform, preferences } = useDesk()
  const isAsked = usePreference((all) => all.notificationsAsked)
  const isWanted = usePreference((all) => all.notifications)
  const [canAsk, setCanAsk] = useState(() => platform.notificationRight() === 'ask')
  if (isAsked || !isWanted || !canAsk) return null
  const done = (): void => preferences.setState({ notificationsAsked: true })
  const allow = async (): Promise<void> => {
    await platform.askForNotifications()
    setCanAsk(false)
    done()
  }
  return (
    <div className={styles.hint}>
      <Icon of={BellRing} className={styles.hintIcon} />
      <p className={styles.hintWords}>{t('hint.words')}</p>
      <Button size="small" onClick={() => void allow()}>
        {t('hint.allow')}
      </Button>
      <IconButton size="small" icon={X} label={t('hint.later')} onClick={done} />
    </div>
  )
}
