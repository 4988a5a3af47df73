// How long until a visitor should have an answer, counting down, and how long past it. Never the colour alone: a sign and, once it is late, a
// word stand beside the number. The caller ticks `leftMs`.
import { AlarmClock, Timer, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { classNames } from './class-names.ts'
import styles from './due-time.module.css'
import type { WaitingLevel } from './waiting-level.ts'

const hourMs = 3_600_000
const signs = { calm: Timer, near: AlarmClock, past: TriangleAlert } as const satisfies Record<WaitingLevel, unknown>

export type DueTimeProps = Readonly<{
  /** Below zero once it is late. */
  leftMs: number
  level: WaitingLevel
  /** The first answer of a conversation, or a later one. */
  isFirst: boolean
  className?: string | undefined
}>

export function DueTime({ leftMs, level, isFirst, className }: DueTimeProps) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const Sign = signs[level]
  // Counting down, a second begun is a second left; counting up, it is one only when it is over.
  const ms = leftMs > 0 ? Math.ceil(leftMs / 1000) * 1000 : -leftMs
  const clock = ms < hourMs ? format.clock(ms) : t('waiting.hours', { clock: format.hoursAndMinutes(ms) })
  const spoken = t(
    level === 'past' ? (isFirst ? 'due.firstLate' : 'due.nextLate') : isFirst ? 'due.first' : 'due.next',
    {
      duration: format.spokenDuration(ms),
    },
  )
  return (
    <span className={classNames(styles.time, styles[level], className)} title={spoken}>
      <Sign aria-hidden size={13} strokeWidth={1.9} className={styles.sign} />
      <span aria-hidden>{level === 'past' ? t('due.late', { clock }) : clock}</span>
      <span className="spoken">{spoken}</span>
    </span>
  )
}
