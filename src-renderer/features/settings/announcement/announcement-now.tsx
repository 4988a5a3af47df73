// What everybody is shown at the moment, in both languages, and the way to take it back.
import type { Announcement } from '#protocol'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../../stores/desk.ts'
import { showToast } from '../../../ui/toasts.ts'
import { Button } from '../../../ui/button.tsx'
import { Refused } from '../routing/setting-dialog.tsx'
import { useSave } from '../routing/use-save.ts'
import { AnnouncementPreview } from './announcement-preview.tsx'
import styles from './announcement.module.css'

/** Nothing of it is typed here. */
const none: readonly string[] = []

type Props = Readonly<{ announcement: Announcement; version: string; onDone: () => void }>

export function AnnouncementNow({ announcement, version, onDone }: Props) {
  const { t } = useTranslation('deskAnnouncement')
  const { api } = useDesk().session
  const save = useSave()
  const withdraw = async (): Promise<void> => {
    const isGone = await save.run(async () => {
      const answer = await api.announcement.withdraw(version)
      return answer.ok ? { ok: true, value: true } : answer
    })
    if (isGone) showToast({ title: t('withdrawn') })
    onDone()
  }
  return (
    <section className={styles.part} aria-labelledby="announced-now">
      <header className={styles.head}>
        <h3 id="announced-now" className={styles.title}>
          {t('now')}
        </h3>
        <Button size="small" loading={save.isSaving} onClick={() => void withdraw()}>
          {t('withdraw')}
        </Button>
      </header>
      <Refused save={save} fields={none} />
      <AnnouncementPreview words={announcement} until={announcement.until} />
    </section>
  )
}
