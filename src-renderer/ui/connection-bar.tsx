// The state of the connection in words: thin, above the work, never over it. Connected draws nothing.
import { CircleAlert, CloudOff, RefreshCw, Wifi, WifiOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './connection-bar.module.css'
import { Icon } from './icon.tsx'

export type ConnectionView =
  | Readonly<{ kind: 'connected' }>
  | Readonly<{ kind: 'connecting' }>
  /** `retryInSeconds` counts down to the next try; 0 while it runs. */
  | Readonly<{ kind: 'offline'; retryInSeconds: number; onRetry: () => void }>
  /** The computer itself has no network: nothing to retry until it has. */
  | Readonly<{ kind: 'noNetwork' }>
  /** The desk does not let this window in; `why` says so in a sentence, and only a fresh start helps. */
  | Readonly<{ kind: 'refused'; why: string; onReload: () => void }>
  /** Just back: the caller shows it for a few seconds, then `connected`. */
  | Readonly<{ kind: 'back' }>

export function ConnectionBar({ connection }: Readonly<{ connection: ConnectionView }>) {
  return (
    // The live region is always there, so that a change in it is announced; the countdown is not, once a second is noise.
    <div role="status" className={classNames(connection.kind !== 'connected' && styles.bar, styles[connection.kind])}>
      <Words connection={connection} />
    </div>
  )
}

function Words({ connection }: Readonly<{ connection: ConnectionView }>) {
  const { t } = useTranslation('ui')
  switch (connection.kind) {
    case 'connected':
      return null
    case 'connecting':
      return (
        <>
          <Icon of={RefreshCw} className={styles.icon} />
          <span className={styles.words}>{t('connection.connecting')}</span>
        </>
      )
    case 'back':
      return (
        <>
          <Icon of={Wifi} className={styles.icon} />
          <span className={styles.words}>{t('connection.back')}</span>
        </>
      )
    case 'noNetwork':
      return (
        <>
          <Icon of={WifiOff} className={styles.icon} />
          <span className={styles.words}>{t('connection.noNetwork')}</span>
        </>
      )
    case 'refused':
      return (
        <>
          <Icon of={CircleAlert} className={styles.icon} />
          <span className={styles.words}>
            <strong>{t('connection.refused')}</strong> {connection.why}
          </span>
          <button type="button" className={styles.act} onClick={connection.onReload}>
            {t('connection.reload')}
          </button>
        </>
      )
    case 'offline': {
      const { retryInSeconds, onRetry } = connection
      const next = retryInSeconds > 0 ? t('connection.retryIn', { count: retryInSeconds }) : t('connection.retrying')
      return (
        <>
          <Icon of={CloudOff} className={styles.icon} />
          <span className={styles.words}>{t('connection.offline')}</span>
          <span className={styles.next} aria-hidden>
            {next}
          </span>
          <button type="button" className={styles.act} disabled={retryInSeconds <= 0} onClick={onRetry}>
            {t('action.retryNow')}
          </button>
        </>
      )
    }
    default:
      return connection satisfies never
  }
}
