// Reminds me that nothing calls me, and ends it by one press: who forgets it would wonder why nobody writes.
import { BellOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { useDesk, usePreference } from '../stores/desk.ts'
import { useMinute } from '../stores/now-store.ts'
import { isQuiet, QUIET_WITHOUT_END } from '../stores/notice.ts'
import { NoticeBar } from '../ui/notice-bar.tsx'

export function QuietStrip() {
  const { t } = useTranslation('deskShell')
  const { preferences } = useDesk()
  const quietUntil = usePreference((all) => all.quietUntil)
  const format = useFormat()
  const now = useMinute()
  if (!isQuiet({ quietUntil }, now)) return <NoticeBar />
  return (
    <NoticeBar
      icon={BellOff}
      act={{ label: t('quiet.end'), onPress: () => preferences.setState({ quietUntil: 0 }), isBusy: false }}
    >
      <strong>
        {quietUntil === QUIET_WITHOUT_END ? t('quiet.always') : t('quiet.until', { time: format.time(quietUntil) })}
      </strong>{' '}
      {t('quiet.detail')}
    </NoticeBar>
  )
}
