// Whether and how the desk calls somebody who looks elsewhere. What the browser forbids is said, with what to do.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NotificationRight } from '../../platform/platform.ts'
import { useDesk, usePreference } from '../../stores/desk.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Switch } from '../../ui/switch.tsx'
import { QuietSelect } from './quiet-select.tsx'
import { Setting, SettingsBody } from './setting.tsx'
import { SoundSelect } from './sound-select.tsx'
import styles from './settings.module.css'

export function NotificationsPage() {
  const { t } = useTranslation('deskSettings')
  const { platform, preferences } = useDesk()
  const notifications = usePreference((all) => all.notifications)
  const hideText = usePreference((all) => all.hideText)
  const flash = usePreference((all) => all.flash)
  const sound = usePreference((all) => all.sound)
  const [right, setRight] = useState<NotificationRight>(() => platform.notificationRight())
  const ask = async (): Promise<void> => setRight(await platform.askForNotifications())
  return (
    <SettingsBody title={t('page.notifications')} lead={t('notifications.lead')}>
      {right === 'blocked' && (
        <div className={styles.banner}>
          <Banner tone="warning" title={t('notifications.blocked')}>
            {t('notifications.blockedHint')}
          </Banner>
        </div>
      )}
      {right === 'ask' && (
        <div className={styles.banner}>
          <Banner
            title={t('notifications.ask')}
            actions={
              <Button size="small" variant="primary" onClick={() => void ask()}>
                {t('notifications.allow')}
              </Button>
            }
          >
            {t('notifications.askHint')}
          </Banner>
        </div>
      )}
      <Setting title={t('notifications.show')} hint={t('notifications.showHint')}>
        <Switch
          label={t('notifications.showLabel')}
          checked={notifications}
          onCheckedChange={(next) => preferences.setState({ notifications: next })}
        />
      </Setting>
      <Setting title={t('notifications.privacy')} hint={t('notifications.privacyHint')}>
        <Switch
          label={t('notifications.privacyLabel')}
          checked={hideText}
          onCheckedChange={(next) => preferences.setState({ hideText: next })}
        />
      </Setting>
      <Setting title={t('notifications.quiet')} hint={t('notifications.quietHint')}>
        <QuietSelect />
      </Setting>
      {platform.desktop !== undefined && (
        <Setting title={t('notifications.flash')} hint={t('notifications.flashHint')}>
          <Switch
            label={t('notifications.flashLabel')}
            checked={flash}
            onCheckedChange={(next) => preferences.setState({ flash: next })}
          />
        </Setting>
      )}
      <Setting title={t('notifications.sound')} hint={t('notifications.soundHint')}>
        <Switch
          label={t('notifications.soundLabel')}
          checked={sound}
          onCheckedChange={(next) => preferences.setState({ sound: next })}
        />
      </Setting>
      {sound && (
        <>
          <SoundSelect of="soundMessage" />
          <SoundSelect of="soundAssigned" />
          <SoundSelect of="soundCalled" />
        </>
      )}
    </SettingsBody>
  )
}
