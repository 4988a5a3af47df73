// The visitor's clock, running, and how far it is from the reader's own.
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useMinute } from '../../stores/now-store.ts'
import { hoursAhead, zoneOffsetMs } from './local-time.ts'

export function LocalClock({ offsetMs }: Readonly<{ offsetMs: number }>) {
  const { t } = useTranslation('deskVisitor')
  const format = useFormat()
  const now = useMinute()
  const oursMs = -new Date(now).getTimezoneOffset() * 60_000
  const ahead = hoursAhead(offsetMs, oursMs)
  const hours = format.number(Math.abs(ahead))
  // Shown by our own clock, moved by the difference.
  const time = format.time(now + offsetMs - oursMs)
  if (ahead === 0) return <span className="tabular">{t('clock.same', { time })}</span>
  return <span className="tabular">{t(ahead > 0 ? 'clock.ahead' : 'clock.behind', { time, hours })}</span>
}

/** Undefined when the visitor's zone is not known. */
export function useOffsetOf(zone: string): number | undefined {
  const now = useMinute()
  return zone === '' ? undefined : zoneOffsetMs(zone, now)
}
