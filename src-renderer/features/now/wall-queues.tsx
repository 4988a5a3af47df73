// The queues that somebody waits in, the longest wait first, as many as the wall has room for.
import type { NowQueue } from '#protocol/now-schemas.ts'
import type { ResponseTargets } from '#protocol/targets-schemas.ts'
import { useTranslation } from 'react-i18next'
import { useFormat, useLanguage } from '../../i18n/use-format.ts'
import { compareQueues, queueLevel } from './figures.ts'
import { useQueueName } from './use-queue-name.ts'
import styles from './wall.module.css'

const room = 4

export function WallQueues({ queues, targets }: Readonly<{ queues: readonly NowQueue[]; targets: ResponseTargets }>) {
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const nameOf = useQueueName()
  const byWait = compareQueues('oldest', nameOf, new Intl.Collator(useLanguage()))
  const busy = queues.filter(({ waiting }) => waiting > 0).toSorted((one, other) => byWait(other, one))
  const shown = busy.slice(0, busy.length > room ? room - 1 : room)
  return (
    <section className={styles.list}>
      <h2 className={styles.name}>{t('queues.title')}</h2>
      {busy.length === 0 && <p className={styles.quiet}>{t('sub.nobodyWaits')}</p>}
      <ul className={styles.rows}>
        {shown.map((queue) => (
          <li key={queue.group} className={styles.row} data-level={queueLevel(queue, targets)}>
            <bdi className={styles.rowName}>{nameOf(queue)}</bdi>
            <span className={styles.rowCount}>{format.number(queue.waiting)}</span>
            <span className={styles.rowWait}>{format.clock(queue.oldestWaitMs ?? 0)}</span>
          </li>
        ))}
        {shown.length < busy.length && (
          <li className={styles.quiet}>
            {t('wall.moreQueues', {
              count: busy.length - shown.length,
              shown: format.number(busy.length - shown.length),
            })}
          </li>
        )}
      </ul>
    </section>
  )
}
