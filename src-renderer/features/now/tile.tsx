// One figure that matters: its name, itself, a word about it, and the shape of its last hour. Leads to what is behind it.
import type { ReactNode } from 'react'
import type { ClockLevel } from '../../stores/response-clock.ts'
import { SparkLine } from '../../ui/spark-line.tsx'
import styles from './now.module.css'

export type TileProps = Readonly<{
  name: string
  value: ReactNode
  sub: string
  level?: ClockLevel | undefined
  history: readonly (number | null)[]
  href?: string | undefined
}>

export function Tile({ name, value, sub, level = 'calm', history, href }: TileProps) {
  const words = (
    <>
      <span className={styles.tileName}>{name}</span>
      <span className={styles.tileValue} data-level={level}>
        {value}
      </span>
      <span className={styles.tileSub}>{sub}</span>
      <span className={styles.tileSpark}>
        <SparkLine values={history} />
      </span>
    </>
  )
  return (
    <li className={styles.tile}>
      {href === undefined ? (
        <div className={styles.tileBody}>{words}</div>
      ) : (
        <a href={href} className={styles.tileBody}>
          {words}
        </a>
      )}
    </li>
  )
}
