// A lasting word about the page it stands on: what happened, what is safe, what to do. Not for passing news (toast).
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './banner.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'

export type BannerTone = 'neutral' | 'success' | 'warning' | 'danger'

const icons: Readonly<Record<BannerTone, LucideIcon>> = {
  neutral: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
}

export type BannerProps = Readonly<{
  tone?: BannerTone | undefined
  title: string
  children?: ReactNode | undefined
  actions?: ReactNode | undefined
  onDismiss?: (() => void) | undefined
}>

export function Banner({ tone = 'neutral', title, children, actions, onDismiss }: BannerProps) {
  const { t } = useTranslation('ui')
  return (
    <div role={tone === 'danger' ? 'alert' : 'status'} className={classNames(styles.banner, styles[tone])}>
      <Icon of={icons[tone]} className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children !== undefined && <div className={styles.body}>{children}</div>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      {onDismiss !== undefined && (
        <IconButton size="small" label={t('action.dismiss')} icon={X} onClick={onDismiss} className={styles.dismiss} />
      )}
    </div>
  )
}
