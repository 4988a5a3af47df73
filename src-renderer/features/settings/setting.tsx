// One setting: its name, a line that explains it plainly, and the control that changes it.
import { useId, type ReactNode } from 'react'
import styles from './settings.module.css'

export type SettingProps = Readonly<{ title: string; hint?: ReactNode; children: ReactNode }>

export function Setting({ title, hint, children }: SettingProps) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className={styles.setting}>
      <div className={styles.words}>
        <h3 id={id} className={styles.name}>
          {title}
        </h3>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  )
}

/** A page of settings with its title in sentence case. */
export function SettingsBody({
  title,
  lead,
  actions,
  children,
}: Readonly<{ title: string; lead?: string; actions?: ReactNode; children: ReactNode }>) {
  return (
    <div className={styles.page}>
      <header className={styles.pageHead}>
        <div className={styles.words}>
          <h2 className={styles.title}>{title}</h2>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions}
      </header>
      {children}
    </div>
  )
}
