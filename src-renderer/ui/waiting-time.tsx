// How long a visitor has waited: the number always, the colour when it matters. The caller ticks `waitedMs`.
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { classNames } from './class-names.ts'
import { type WaitingLevel, waitingLevel } from './waiting-level.ts'
import styles from './waiting-time.module.css'

const hourMs = 3_600_000
const spokenKeys = {
  calm: 'waiting.spoken',
  near: 'waiting.spokenNearTarget',
  past: 'waiting.spokenPastTarget',
} as const satisfies Record<WaitingLevel, string>

export type WaitingTimeProps = Readonly<{
  waitedMs: number
  /** The group's target for a first answer; without one the time stays neutral. */
  targetMs?: number | undefined
  className?: string | undefined
}>

export function WaitingTime({ waitedMs, targetMs, className }: WaitingTimeProps) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const level = waitingLevel(waitedMs, targetMs)
  const shown =
    waitedMs < hourMs ? format.clock(waitedMs) : t('waiting.hours', { clock: format.hoursAndMinutes(waitedMs) })
  return (
    <span className={classNames(styles.time, styles[level], className)}>
      <span aria-hidden>{shown}</span>
      <span className="spoken">{t(spokenKeys[level], { duration: format.spokenDuration(waitedMs) })}</span>
    </span>
  )
}
