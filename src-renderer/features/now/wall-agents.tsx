// Who is there: a summary in a line, and by name whoever takes conversations, as many as the wall has room for.
import type { NowAgent } from '#protocol/now-schemas.ts'
import { useTranslation } from 'react-i18next'
import { useFormat, useLanguage } from '../../i18n/use-format.ts'
import { StatusDot } from '../../ui/status-dot.tsx'
import { compareAgents, presenceOf, sumAgents } from './figures.ts'
import styles from './wall.module.css'

const room = 8

export function WallAgents({ agents }: Readonly<{ agents: readonly NowAgent[] }>) {
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const { online, busy, away } = sumAgents(agents)
  const here = agents
    .filter((agent) => presenceOf(agent) !== 'offline')
    .toSorted(compareAgents('status', new Intl.Collator(useLanguage())))
  return (
    <section className={styles.list}>
      <h2 className={styles.name}>
        {t('wall.here', { online: format.number(online), busy: format.number(busy), away: format.number(away) })}
      </h2>
      {here.length === 0 && <p className={styles.quiet}>{t('wall.nobodyHere')}</p>}
      <ul className={styles.agents}>
        {here.slice(0, room).map((agent) => (
          <li key={agent.id} className={styles.agent}>
            <StatusDot status={presenceOf(agent)} className={styles.dot} />
            <bdi className={styles.rowName}>{agent.name}</bdi>
            <span className={styles.rowCount}>
              {t('wall.load', { load: format.number(agent.load), capacity: format.number(agent.capacity) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
