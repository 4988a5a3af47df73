// When something ends, as one says it: the time alone today, with the day else.
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { useMinute } from './now-store.ts'

const isToday = (at: number, now: number): boolean => new Date(at).toDateString() === new Date(now).toDateString()

export function useUntilWords(): (until: number) => string {
  const { t } = useTranslation('deskAnnouncement')
  const format = useFormat()
  const now = useMinute()
  return (until) => {
    const time = format.time(until)
    return t('until', { time: isToday(until, now) ? time : `${format.stamp(until, now)} ${time}` })
  }
}
