// A labelled example on the component page. The caption is the part's prop or file as it stands in the code.
import type { ReactNode } from 'react'
import { classNames } from '../ui/class-names.ts'
import styles from './specimen.module.css'

export type SpecimenProps = Readonly<{
  /** File and props shown: "button · primary". */
  code: string
  /** Stacks its examples, or lets each take the whole width. */
  layout?: 'row' | 'column' | undefined
  wide?: boolean | undefined
  children: ReactNode
}>

export function Specimen({ code, layout = 'row', wide = false, children }: SpecimenProps) {
  return (
    <figure className={classNames(styles.specimen, wide && styles.wide)}>
      <figcaption className={styles.code}>{code}</figcaption>
      <div className={classNames(styles.stage, styles[layout])}>{children}</div>
    </figure>
  )
}

export function Specimens({ children }: Readonly<{ children: ReactNode }>) {
  return <div className={styles.grid}>{children}</div>
}
