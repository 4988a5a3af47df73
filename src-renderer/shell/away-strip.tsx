// Tells me that the desk set me away, and takes me back by one press. Thin, above the work, as long as it is so.
import { limits } from '#protocol'
import { MoonStar } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useFormat } from '../i18n/use-format.ts'
import { useClient, useDesk } from '../stores/desk.ts'
import { NoticeBar } from '../ui/notice-bar.tsx'

export function AwayStrip() {
  const { t } = useTranslation('deskShell')
  const { actions, setAway } = useDesk()
  const format = useFormat()
  const isLive = useClient(({ link }) => link.kind === 'live')
  const at = useStore(setAway)
  const [isBusy, setBusy] = useState(false)
  const back = async (): Promise<void> => {
    setBusy(true)
    await actions.setStatus('online')
    setBusy(false)
  }
  // Without a connection the bar about that is enough: nothing new comes, and no press could change it.
  if (at === null || !isLive) return <NoticeBar />
  return (
    <NoticeBar icon={MoonStar} act={{ label: t('setAway.back'), onPress: () => void back(), isBusy }}>
      <strong>{t('setAway.title', { time: format.time(at) })}</strong>{' '}
      {t('setAway.detail', { missed: limits.maxOffersMissed })}
    </NoticeBar>
  )
}
