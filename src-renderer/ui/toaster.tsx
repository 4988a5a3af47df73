// Draws the queue of toasts over the foot of the inbox, where it never covers what one is writing. F6 moves the focus there (Base UI).
import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import styles from './toaster.module.css'
import { type ToastData, toastManager, undoWindowMs } from './toasts.ts'

export function Toaster() {
  const { t } = useTranslation('ui')
  return (
    <Toast.Provider toastManager={toastManager} timeout={undoWindowMs} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport} aria-label={t('notifications')}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const { t } = useTranslation('ui')
  const { toasts, close } = Toast.useToastManager<ToastData>()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast}>
      <Toast.Content className={styles.content}>
        <div className={styles.words}>
          <Toast.Title className={styles.title} />
          <Toast.Description className={styles.detail} />
        </div>
        {toast.data?.onUndo !== undefined && (
          <button
            type="button"
            className={styles.undo}
            onClick={() => {
              toast.data?.onUndo?.()
              close(toast.id)
            }}
          >
            {t('action.undo')}
          </button>
        )}
        <Toast.Close className={styles.close} aria-label={t('action.dismiss')}>
          <Icon of={X} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
