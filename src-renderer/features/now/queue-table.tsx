// The queue of each group: how many wait, how many left a message, and who waits longest.
import type { NowAnswer, NowQueue } from '#protocol/now-schemas.ts'
import { useTranslation } from 'react-i18next'
import { useFormat, useLanguage } from '../../i18n/use-format.ts'
import { useOffice } from '../../stores/desk.ts'
import { targetOf } from '../../stores/response-clock.ts'
import type { TableColumn } from '../../ui/table.tsx'
import { WaitingTime } from '../../ui/waiting-time.tsx'
import { addressOfQueue } from './drill-down.ts'
import { compareQueues, type QueueColumn } from './figures.ts'
import { FiguresTable } from './figures-table.tsx'
import { useNowFiles } from './use-now-files.ts'
import { useQueueName } from './use-queue-name.ts'
import styles from './now.module.css'

export function QueueTable({ answer }: Readonly<{ answer: NowAnswer }>) {
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const language = useLanguage()
  const nameOf = useQueueName()
  const targets = useOffice((office) => office.targets)
  const { saveQueues } = useNowFiles(answer)
  const collator = new Intl.Collator(language)
  const columns: readonly TableColumn<NowQueue, QueueColumn>[] = [
    {
      id: 'group',
      title: t('queues.group'),
      sortable: true,
      cell: (queue) => (
        <a href={addressOfQueue(queue.group)} className={styles.cellLink} title={nameOf(queue)}>
          <bdi>{nameOf(queue)}</bdi>
        </a>
      ),
    },
    {
      id: 'waiting',
      title: t('queues.waiting'),
      width: '18%',
      numeric: true,
      sortable: true,
      cell: ({ waiting }) => <Quiet value={waiting} shown={format.number(waiting)} />,
    },
    {
      id: 'left',
      title: t('queues.left'),
      width: '16%',
      numeric: true,
      sortable: true,
      cell: ({ left }) => <Quiet value={left} shown={format.number(left)} />,
    },
    {
      id: 'oldest',
      title: t('queues.oldest'),
      width: '24%',
      numeric: true,
      sortable: true,
      cell: ({ group, oldestWaitMs }) =>
        oldestWaitMs === null ? (
          <span className={styles.faint}>{t('unknown')}</span>
        ) : (
          <WaitingTime waitedMs={oldestWaitMs} targetMs={targetOf(targets, group).firstMs || undefined} />
        ),
    },
  ]
  return (
    <FiguresTable
      title={t('queues.title')}
      lead={t('queues.lead')}
      columns={columns}
      rows={answer.queues}
      keyOf={({ group }) => group}
      compare={(column) => compareQueues(column, nameOf, collator)}
      first={longestFirst}
      empty={t('sub.nobodyWaits')}
      onSave={saveQueues}
    />
  )
}

const longestFirst = { column: 'oldest', direction: 'descending' } as const

/** Nothing is said quietly, so that something stands out. */
function Quiet({ value, shown }: Readonly<{ value: number; shown: string }>) {
  return <span className={value === 0 ? styles.faint : styles.strong}>{shown}</span>
}
