// Bars side by side on a baseline of zero: the largest is named at its height, the others under the pointer. A picture; whoever
// draws it puts the same figures into a table beside it.
import { useState } from 'react'
import styles from './bar-chart.module.css'

export type Bar = Readonly<{
  key: string | number
  /** Null: there is nothing to tell. */
  value: number | null
  /** What stands above the chart while the pointer is there: "14:05 · 32". */
  told: string
  /** Under the bar; only where there is room for it. */
  tick?: string | undefined
}>

export type BarChartProps = Readonly<{
  /** Says for screen readers what is drawn, in a sentence with its largest figure. */
  label: string
  bars: readonly Bar[]
  /** Words for the largest value, which stand at its height. */
  format: (value: number) => string
}>

export function BarChart({ label, bars, format }: BarChartProps) {
  const [at, setAt] = useState<Bar['key']>()
  const most = Math.max(0, ...bars.map(({ value }) => value ?? 0))
  const told = bars.find(({ key }) => key === at)?.told
  return (
    <figure className={styles.chart}>
      <div className={styles.plot} role="img" aria-label={label} onPointerLeave={() => setAt(undefined)}>
        <span className={styles.most}>{most > 0 && format(most)}</span>
        <div className={styles.bars}>
          {bars.map(({ key, value }) => (
            <span key={key} className={styles.slot} data-at={key === at || undefined} onPointerEnter={() => setAt(key)}>
              {value !== null && value > 0 && (
                <span className={styles.bar} style={{ blockSize: `${(value / most) * 100}%` }} />
              )}
            </span>
          ))}
        </div>
        {told !== undefined && <span className={styles.told}>{told}</span>}
      </div>
      <div aria-hidden className={styles.ticks}>
        {bars.map(({ key, tick }) => (
          <span key={key} className={styles.tick}>
            {tick}
          </span>
        ))}
      </div>
    </figure>
  )
}
