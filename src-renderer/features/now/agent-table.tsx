// Every colleague at this moment: there or not, and how full their hands are.
import type { NowAgent, NowAnswer } from '#protocol/now-schemas.ts'
import { useTranslation } from 'react-i18next'
import { useFormat, useLanguage } from '../../i18n/use-format.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { LoadBar } from '../../ui/load-bar.tsx'
import { StatusDot } from '../../ui/status-dot.tsx'
import type { TableColumn } from '../../ui/table.tsx'
import { addressOfAgent } from './drill-down.ts'
import { compareAgents, presenceOf, sumAgents, type AgentColumn } from './figures.ts'
import { FiguresTable } from './figures-table.tsx'
import { useNowFiles } from './use-now-files.ts'
import styles from './now.module.css'

const hereFirst = { column: 'status', direction: 'ascending' } as const

export function AgentTable({ answer }: Readonly<{ answer: NowAnswer }>) {
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const language = useLanguage()
  const { saveAgents } = useNowFiles(answer)
  const collator = new Intl.Collator(language)
  const { agents } = answer
  const sums = sumAgents(agents)
  const columns: readonly TableColumn<NowAgent, AgentColumn>[] = [
    {
      id: 'name',
      title: t('agents.name'),
      sortable: true,
      cell: ({ id, name }) => (
        <span className={styles.person}>
          <Avatar name={name} size={24} decorative />
          <a href={addressOfAgent(id)} className={styles.cellLink} title={name}>
            <bdi>{name}</bdi>
          </a>
        </span>
      ),
    },
    {
      id: 'status',
      title: t('agents.status'),
      width: '24%',
      sortable: true,
      cell: (agent) => <StatusDot status={presenceOf(agent)} showWord />,
    },
    {
      id: 'load',
      title: t('agents.load'),
      width: '34%',
      sortable: true,
      cell: ({ load, capacity }) => <LoadBar load={load} capacity={capacity} />,
    },
  ]
  return (
    <FiguresTable
      title={t('agents.title')}
      lead={t('agents.lead', { count: sums.free, shown: format.number(sums.free) })}
      columns={columns}
      rows={agents}
      keyOf={({ id }) => id}
      compare={(column) => compareAgents(column, collator)}
      first={hereFirst}
      empty={t('agents.empty')}
      onSave={saveAgents}
    />
  )
}
