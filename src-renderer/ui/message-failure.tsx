// Under a message that did not go as its author meant: why, and what can be done about it.
import { Copy, RotateCw, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import styles from './message-bubble.module.css'

export type MessageFailureProps = Readonly<{
  problem: string
  onRetry?: (() => void) | undefined
  /** What trying again means here, when it is more than that. */
  retryLabel?: string | undefined
  onCopy?: (() => void) | undefined
  /** Takes it back for good. */
  onDiscard?: (() => void) | undefined
}>

export function MessageFailure({ problem, onRetry, retryLabel, onCopy, onDiscard }: MessageFailureProps) {
  const { t } = useTranslation('ui')
  return (
    <div role="alert" className={styles.failure}>
      <span className={styles.problem}>{problem}</span>
      {onRetry !== undefined && (
        <Button size="small" variant="quiet" icon={RotateCw} onClick={onRetry} className={styles.act}>
          {retryLabel ?? t('action.retry')}
        </Button>
      )}
      {onCopy !== undefined && (
        <Button size="small" variant="quiet" icon={Copy} onClick={onCopy}>
          {t('action.copy')}
        </Button>
      )}
      {onDiscard !== undefined && (
        <Button size="small" variant="quiet" icon={Trash2} onClick={onDiscard}>
          {t('action.discard')}
        </Button>
      )}
    </div>
  )
}
