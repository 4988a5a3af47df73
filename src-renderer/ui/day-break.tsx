// The line between two days of a conversation, or above what is new since the last look.
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './day-break.module.css'

export function DayBreak({ label }: Readonly<{ label: string }>) {
  return (
    <div role="separator" aria-label={label} className={styles.break}>
      <span className={styles.label}>{label}</span>
    </div>
  )
}

export function UnreadBreak() {
  const { t } = useTranslation('ui')
  return (
    <div role="separator" aria-label={t('day.unread')} className={classNames(styles.break, styles.unread)}>
      <span className={styles.label}>{t('day.unread')}</span>
    </div>
  )
}
