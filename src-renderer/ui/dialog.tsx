// A task that needs the whole attention for a moment. Focus goes in, stays in, and comes back.
import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

export type DialogProps = Readonly<{
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description?: string | undefined
  size?: 'small' | 'medium' | 'large' | undefined
  /** Buttons, the main one last. */
  footer?: ReactNode | undefined
  /** What gets the focus; the first field or button when left out. */
  initialFocus?: RefObject<HTMLElement | null> | undefined
  children?: ReactNode | undefined
}>

export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, size = 'medium', footer, initialFocus, children } = props
  const { t } = useTranslation('ui')
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup initialFocus={initialFocus} className={classNames(styles.popup, styles[size])}>
            <Base.Title className={styles.title}>{title}</Base.Title>
            {description !== undefined && (
              <Base.Description className={styles.description}>{description}</Base.Description>
            )}
            {children !== undefined && <div className={styles.body}>{children}</div>}
            {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
            {/* Last in the order, so that the focus starts in the content. */}
            <Base.Close
              render={<IconButton label={t('action.close')} icon={X} keys="Escape" className={styles.close} />}
            />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
