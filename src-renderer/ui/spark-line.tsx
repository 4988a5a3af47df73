// A figure's last hour in a line as high as a word: its shape, not its values. Decorative; the number stands beside it.
import { sparkPath } from './spark-path.ts'
import styles from './spark-line.module.css'

/** Null where there is nothing to tell; the line has a gap there. */
export function SparkLine({ values }: Readonly<{ values: readonly (number | null)[] }>) {
  const { line, area } = sparkPath(values)
  return (
    <svg aria-hidden viewBox="0 0 100 100" preserveAspectRatio="none" className={styles.spark}>
      <path d={area} className={styles.area} />
      <path d={line} className={styles.line} />
    </svg>
  )
}
