// The desk that this computer belongs to does not answer: why, when it is tried again, and the way out.
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../../stores/error-text.ts'
import { useNow } from '../../stores/now-store.ts'
import type { Stage } from '../../stores/session-store.ts'
import { Button } from '../../ui/button.tsx'
import styles from './start.module.css'

type UnreachableProps = Readonly<{
  stage: Extract<Stage, { kind: 'unreachable' }>
  onRetry: () => void
  /** Undefined in a browser: the address in the address bar is the desk. */
  onLeave: (() => void) | undefined
}>

export function Unreachable({ stage, onRetry, onLeave }: UnreachableProps) {
  const { t } = useTranslation('deskStart')
  const errorText = useErrorText()
  const seconds = Math.ceil((stage.retryAt - useNow()) / 1000)
  return (
    <div className={styles.form}>
      <p>{errorText(stage.code)}</p>
      <p className={styles.hint}>
        {t('unreachable.address', { url: stage.url })}
        <br />
        <span className="tabular">
          {seconds > 0 ? t('unreachable.next', { count: seconds }) : t('unreachable.now')}
        </span>
      </p>
      <div className={styles.buttons}>
        {onLeave !== undefined && (
          <Button size="large" onClick={onLeave}>
            {t('unreachable.other')}
          </Button>
        )}
        <Button size="large" variant="primary" onClick={onRetry} className={styles.grow}>
          {t('unreachable.again')}
        </Button>
      </div>
    </div>
  )
}
