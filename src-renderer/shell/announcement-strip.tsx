// What is announced to everybody, until I have put it away. The next one is shown again, also after a reload.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../i18n/use-format.ts'
import { announcementText } from '../stores/announcement-text.ts'
import { useClient, useDesk } from '../stores/desk.ts'
import { useUntilWords } from '../stores/use-until-words.ts'
import { AnnouncementBar } from '../ui/announcement-bar.tsx'

export function AnnouncementStrip() {
  const { t } = useTranslation('deskAnnouncement')
  const { session } = useDesk()
  const key = `${session.storageKey}:announcement`
  const announcement = useClient((state) => state.announcement)
  const untilWords = useUntilWords()
  const language = useLanguage()
  const [read, setRead] = useState(() => Number(window.localStorage.getItem(key) ?? 0))
  const putAway = (at: number): void => {
    setRead(at)
    try {
      window.localStorage.setItem(key, String(at))
    } catch {
      // Storage is full or forbidden: this window knows it until it is reloaded.
    }
  }
  return (
    // There before anything is announced, so that it is read out.
    <div role="status" aria-label={t('title')}>
      {announcement !== null && announcement.at !== read && (
        <AnnouncementBar
          text={announcementText(announcement, language)}
          until={untilWords(announcement.until)}
          dismiss={{ label: t('dismiss'), onPress: () => putAway(announcement.at) }}
        />
      )}
    </div>
  )
}
