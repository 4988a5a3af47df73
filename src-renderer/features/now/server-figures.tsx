// How the server itself is: how soon it acknowledges, what it holds, and how much room it has left.
import type { NowAnswer } from '#protocol/now-schemas.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { SparkLine } from '../../ui/spark-line.tsx'
import styles from './now.module.css'

export function ServerFigures({ answer }: Readonly<{ answer: NowAnswer }>) {
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const { acknowledged, connections, storage, history, since } = answer
  const ms = (value: number): string => t('ms', { ms: format.number(Math.round(value * 10) / 10) })
  const bytes = (value: number | null): string => (value === null ? t('unknown') : format.bytes(value))
  return (
    <section className={styles.section} aria-labelledby="now-server">
      <div className={styles.sectionHead}>
        <h2 id="now-server" className={styles.sectionTitle}>
          {t('server.title')}
        </h2>
        <p className={styles.sectionLead}>{t('server.since', { at: format.dateTime(since) })}</p>
      </div>
      <dl className={styles.server}>
        <Figure
          name={t('tile.acknowledged')}
          value={acknowledged.p99Ms === null ? t('unknown') : ms(acknowledged.p99Ms)}
          sub={
            acknowledged.count === 0
              ? t('sub.noAcknowledged')
              : t('sub.acknowledged', { shown: format.number(acknowledged.count) })
          }
          history={history.samples.map(({ acknowledgedMs }) => acknowledgedMs)}
        />
        <Figure
          name={t('tile.connections')}
          value={format.number(connections)}
          sub={t('sub.connections')}
          history={history.samples.map((sample) => sample.connections)}
        />
        <Figure name={t('tile.storage')} value={bytes(storage.databaseBytes)} sub={t('sub.storage')} />
        <Figure name={t('tile.free')} value={bytes(storage.freeBytes)} />
        <Figure
          name={t('tile.commit')}
          value={storage.lastCommitMs === null ? t('unknown') : ms(storage.lastCommitMs)}
          sub={t('sub.commit')}
        />
      </dl>
    </section>
  )
}

function Figure(
  props: Readonly<{
    name: string
    value: ReactNode
    sub?: string | undefined
    history?: readonly (number | null)[] | undefined
  }>,
) {
  const { name, value, sub, history } = props
  return (
    <div className={styles.serverFigure}>
      <dt className={styles.tileName}>{name}</dt>
      <dd className={styles.serverValue}>
        <span>{value}</span>
        {history && (
          <span className={styles.serverSpark}>
            <SparkLine values={history} />
          </span>
        )}
      </dd>
      {sub !== undefined && <dd className={styles.tileSub}>{sub}</dd>}
    </div>
  )
}
