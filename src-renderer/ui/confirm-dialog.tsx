// Asks before what cannot be undone, and only then. The safe answer has the focus.
import { AlertDialog as Base } from '@base-ui/react/alert-dialog'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import alert from './confirm-dialog.module.css'

export type ConfirmDialogProps = Readonly<{
  open: boolean
  onOpenChange: (open: boolean) => void
  /** A question that names the thing: "Delete the quick reply “Shipping times”?" */
  title: string
  /** What will be lost and what stays. */
  body: string
  /** The verb of the title: "Delete". */
  confirmLabel: string
  danger?: boolean | undefined
  loading?: boolean | undefined
  onConfirm: () => void
}>

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, body, confirmLabel, danger = false, loading = false, onConfirm } = props
  const { t } = useTranslation('ui')
  const cancel = useRef<HTMLButtonElement>(null)
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup initialFocus={cancel} className={classNames(styles.popup, styles.small)}>
            <Base.Title className={alert.title}>{title}</Base.Title>
            <Base.Description className={styles.description}>{body}</Base.Description>
            <footer className={styles.footer}>
              <Base.Close ref={cancel} render={<Button>{t('action.cancel')}</Button>} />
              <Button variant={danger ? 'danger' : 'primary'} loading={loading} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </footer>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
