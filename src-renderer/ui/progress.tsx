// How far something with a known end has come. Without a value it only says that it runs.
import { Progress as Base } from '@base-ui/react/progress'
import { useFormat } from '../i18n/use-format.ts'
import { classNames } from './class-names.ts'
import styles from './progress.module.css'

export type ProgressProps = Readonly<{
  label: string
  /** A share from 0 to 1; null when the end is not known. */
  share: number | null
  hideLabel?: boolean | undefined
  tone?: 'accent' | 'danger' | undefined
}>

export function Progress({ label, share, hideLabel = false, tone = 'accent' }: ProgressProps) {
  const format = useFormat()
  const percent = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <Base.Root
      value={percent}
      getAriaValueText={() => (percent === null ? label : format.percent(percent / 100))}
      className={styles.progress}
    >
      <Base.Label className={hideLabel ? 'spoken' : styles.label}>{label}</Base.Label>
      {!hideLabel && percent !== null && <span className={styles.value}>{format.percent(percent / 100)}</span>}
      <Base.Track className={styles.track}>
        <Base.Indicator className={classNames(styles.indicator, styles[tone])} />
      </Base.Track>
    </Base.Root>
  )
}
