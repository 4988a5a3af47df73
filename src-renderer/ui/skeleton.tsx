// The shape of what is coming. Still, not shimmering: nothing blinks without need. Put it inside an aria-busy region.
import type { CSSProperties } from 'react'
import { classNames } from './class-names.ts'
import styles from './skeleton.module.css'

export type SkeletonProps = Readonly<{
  shape?: 'line' | 'block' | 'disc' | undefined
  /** CSS lengths; a line is as high as its text unless told. */
  width?: string | undefined
  height?: string | undefined
}>

export function Skeleton({ shape = 'line', width, height }: SkeletonProps) {
  const size: CSSProperties = { inlineSize: width, blockSize: height ?? (shape === 'disc' ? width : undefined) }
  return <span aria-hidden style={size} className={classNames(styles.skeleton, styles[shape])} />
}
