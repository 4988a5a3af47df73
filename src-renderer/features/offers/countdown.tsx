// How long an offer lasts, as a figure inside a ring that empties. It steps by the second; nothing moves in between.
import type { EpochMs } from '#protocol'
import { useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../stores/now-store.ts'
import styles from './offers.module.css'

const radius = 18
const around = 2 * Math.PI * radius
const soonMs = 5_000

export function Countdown({ until }: Readonly<{ until: EpochMs }>) {
  const format = useFormat()
  const leftMs = Math.max(0, until - useNow())
  // Of what there was when it came onto this screen: how long the office gives is not told to it.
  const [wholeMs] = useState(Math.max(1_000, leftMs))
  const gone = around * (1 - Math.min(1, leftMs / wholeMs))
  return (
    <span className={styles.countdown} data-soon={leftMs <= soonMs || undefined}>
      <svg viewBox="0 0 40 40" aria-hidden className={styles.ring}>
        <circle cx="20" cy="20" r={radius} className={styles.track} />
        <circle cx="20" cy="20" r={radius} className={styles.left} strokeDasharray={around} strokeDashoffset={gone} />
      </svg>
      <span role="timer" className={styles.clock}>
        {format.clock(Math.ceil(leftMs / 1_000) * 1_000)}
      </span>
    </span>
  )
}
