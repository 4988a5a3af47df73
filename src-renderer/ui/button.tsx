// The button. One primary a view; danger only where something is lost; quiet inside rows and bars.
import { Button as Base } from '@base-ui/react/button'
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import { ariaKeyShortcuts, thisPlatform } from './key-chord.ts'
import { Spinner } from './spinner.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

export type ButtonProps = Omit<ComponentProps<'button'>, 'children'> &
  Readonly<{
    children: ReactNode
    variant?: ButtonVariant | undefined
    size?: ButtonSize | undefined
    icon?: LucideIcon | undefined
    /** Key hint drawn at the end and announced, e.g. "Mod+Enter". */
    keys?: string | undefined
    /** Working: keeps its width and its focus, does nothing when pressed. */
    loading?: boolean | undefined
    /** Takes the whole width of its parent. */
    wide?: boolean | undefined
  }>

export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = 'medium', icon, keys, loading = false, wide = false, ...rest } = props
  const { children, className, disabled = false, type = 'button', ...native } = rest
  const { t } = useTranslation('ui')
  return (
    <Base
      {...native}
      type={type}
      disabled={disabled || loading}
      focusableWhenDisabled={loading}
      aria-busy={loading || undefined}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeyShortcuts(keys, thisPlatform())}
      data-loading={loading || undefined}
      className={classNames(styles.button, styles[variant], styles[size], wide && styles.wide, className)}
    >
      {icon !== undefined && <Icon of={icon} className={styles.icon} />}
      <span className={styles.label}>{children}</span>
      {keys !== undefined && <Kbd keys={keys} />}
      {loading && <Spinner label={t('busy')} className={styles.spinner} />}
    </Base>
  )
}
