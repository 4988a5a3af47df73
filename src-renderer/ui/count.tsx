// A number in a pill: how many wait, how many are unread. Zero draws nothing.
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { classNames } from './class-names.ts'
import styles from './count.module.css'

export type CountTone = 'neutral' | 'accent' | 'alarm'

export type CountProps = Readonly<{
  value: number
  tone?: CountTone | undefined
  /** Larger values show as "99+". */
  max?: number | undefined
  /** What is counted, in full, for screen readers: "3 unread messages". */
  spoken?: string | undefined
  className?: string | undefined
}>

export function Count({ value, tone = 'neutral', max = 99, spoken, className }: CountProps) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  if (value <= 0) return null
  const shown = value > max ? t('count.overflow', { max: format.number(max) }) : format.number(value)
  return (
    <span className={classNames(styles.count, styles[tone], className)}>
      <span aria-hidden={spoken !== undefined || undefined}>{shown}</span>
      {spoken !== undefined && <span className="spoken">{spoken}</span>}
    </span>
  )
}
