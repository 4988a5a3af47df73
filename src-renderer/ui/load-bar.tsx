// Conversations held out of the most one may hold, as a number first and a thin bar beside it.
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import styles from './load-bar.module.css'

export function LoadBar({ load, capacity }: Readonly<{ load: number; capacity: number }>) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const share = capacity === 0 ? 1 : Math.min(1, load / capacity)
  return (
    <span className={styles.load}>
      <span className="tabular">{t('loadOf', { load: format.number(load), capacity: format.number(capacity) })}</span>
      <span aria-hidden className={styles.track}>
        <span className={styles.fill} data-full={share >= 1 || undefined} style={{ transform: `scaleX(${share})` }} />
      </span>
    </span>
  )
}
