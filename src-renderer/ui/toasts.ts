// Says what was just done, and takes it back: the queue of toasts. Drawn by toaster.tsx; may be called from anywhere.
import { Toast } from '@base-ui/react/toast'

/** Six seconds: long enough to notice a slip and reach the button, short enough not to pile up. */
export const undoWindowMs = 6000

export type ToastTone = 'neutral' | 'danger'

export type ToastMessage = Readonly<{
  title: string
  detail?: string | undefined
  tone?: ToastTone | undefined
  /** Shows an Undo button for `undoWindowMs`. */
  onUndo?: (() => void) | undefined
  /** The toast went away without an undo: what it announced may become final. */
  onSettled?: (() => void) | undefined
}>

export type ToastData = Readonly<{ onUndo?: (() => void) | undefined }>

export const toastManager = Toast.createToastManager<ToastData>()

/** Shows a toast and returns its id, for `dismissToast`. A danger toast is announced at once and stays until dismissed. */
export function showToast({ title, detail, tone = 'neutral', onUndo, onSettled }: ToastMessage): string {
  let isUndone = false
  const undo =
    onUndo &&
    ((): void => {
      isUndone = true
      onUndo()
    })
  return toastManager.add({
    title,
    description: detail,
    type: tone,
    timeout: tone === 'danger' ? 0 : undoWindowMs,
    priority: tone === 'danger' ? 'high' : 'low',
    onClose: () => {
      if (!isUndone) onSettled?.()
    },
    data: { onUndo: undo },
  })
}

export function dismissToast(id: string): void {
  toastManager.close(id)
}
