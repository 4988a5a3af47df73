// Everybody on the desk now: who is there, in which status, with how much work.
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useColleagues, type Colleague } from '../../stores/agent-load.ts'
import { useClient, useDesk } from '../../stores/desk.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { LoadBar } from '../../ui/load-bar.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { StatusDot } from '../../ui/status-dot.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import styles from './team.module.css'

type Column = 'name' | 'status' | 'role' | 'load'

export function TeamPage() {
  const { t, i18n } = useTranslation('deskTeam')
  const { session } = useDesk()
  const format = useFormat()
  const isReady = useClient((state) => state.ready)
  const colleagues = useColleagues(i18n.language)
  const here = colleagues.filter(({ presence }) => presence === 'online').length
  const columns: readonly TableColumn<Colleague, Column>[] = [
    {
      id: 'name',
      title: t('column.name'),
      cell: ({ agent }) => (
        <span className={styles.person}>
          <Avatar name={agent.name} size={24} decorative />
          <bdi className="truncate" title={agent.name}>
            {agent.name}
          </bdi>
          {agent.id === session.self.id && <span className={styles.me}>{t('you')}</span>}
        </span>
      ),
    },
    {
      id: 'status',
      title: t('column.status'),
      width: '22%',
      cell: ({ presence }) => <StatusDot status={presence} showWord />,
    },
    { id: 'role', title: t('column.role'), width: '18%', cell: ({ agent }) => t(`role.${agent.role}`) },
    {
      id: 'load',
      title: t('column.load'),
      width: '24%',
      cell: ({ agent, load }) => <LoadBar load={load} capacity={agent.capacity} />,
    },
  ]
  const lead = here === 0 ? t('nobody') : t('lead', { count: here, shown: format.number(here) })
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.lead}>{isReady ? lead : t('loading')}</p>
      </header>
      {isReady ? (
        <Table caption={t('title')} columns={columns} rows={colleagues} rowKey={({ agent }) => agent.id} />
      ) : (
        <div aria-busy>
          {[70, 62, 66].map((width) => (
            <Skeleton key={width} width={`${width}%`} height="20px" />
          ))}
        </div>
      )}
    </main>
  )
}
