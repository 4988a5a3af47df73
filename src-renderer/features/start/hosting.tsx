// This computer's own server on its way: starting, starting again after a crash, or unable to, with what to do.
import type { HostState } from '#bridge/bridge-contract.ts'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../stores/now-store.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import styles from './start.module.css'

type HostingProps = Readonly<{ host: HostState; onRetry: () => void; onLeave: () => void; onShowLog: () => void }>

export function Hosting({ host, onRetry, onLeave, onShowLog }: HostingProps) {
  const { t } = useTranslation('deskStart')
  if (host.kind === 'failed' || host.kind === 'stopped')
    return (
      <div className={styles.form}>
        {host.kind === 'failed' && <Banner tone="danger" title={host.text} />}
        <div className={styles.buttons}>
          <Button size="large" variant="primary" onClick={onRetry} className={styles.row}>
            {t('host.again')}
          </Button>
          <Button size="large" onClick={onLeave} className={styles.grow}>
            {t('host.other')}
          </Button>
          <Button size="large" onClick={onShowLog} className={styles.grow}>
            {t('host.log')}
          </Button>
        </div>
      </div>
    )
  return (
    <div className={styles.form}>
      <Progress hideLabel label={t('host.starting')} share={null} />
      {host.kind === 'restarting' && <Restarting retryAtMs={host.retryAtMs} />}
    </div>
  )
}

function Restarting({ retryAtMs }: Readonly<{ retryAtMs: number }>) {
  const { t } = useTranslation('deskStart')
  const seconds = Math.max(0, Math.ceil((retryAtMs - useNow()) / 1000))
  return <p className={styles.hint}>{t('host.restartingHint', { count: seconds })}</p>
}
