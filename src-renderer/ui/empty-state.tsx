// What stands where nothing is: it says so kindly and teaches the next key.
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { Icon } from './icon.tsx'

export type EmptyStateProps = Readonly<{
  title: string
  /** One line; may hold a <Kbd>. */
  hint?: ReactNode | undefined
  icon?: LucideIcon | undefined
  action?: ReactNode | undefined
}>

export function EmptyState({ title, hint, icon, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {icon !== undefined && <Icon of={icon} size={20} className={styles.icon} />}
      <p className={styles.title}>{title}</p>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  )
}
