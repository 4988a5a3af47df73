// A part of a group's dialog, under a title of its own.
import type { ReactNode } from 'react'
import styles from './routing-settings.module.css'

export function Section({ title, children }: Readonly<{ title?: string; children: ReactNode }>) {
  return (
    <section className={styles.section}>
      {title !== undefined && <h3 className={styles.sectionTitle}>{title}</h3>}
      {children}
    </section>
  )
}
