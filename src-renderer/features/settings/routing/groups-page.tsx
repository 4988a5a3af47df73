// Groups: who answers together, and how visitors wait for them.
import { EVERYONE } from '#protocol'
import type { GroupRow } from '#protocol/routing-schemas.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import type { TableColumn } from '../../../ui/table.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { useGroupName } from './group-select.tsx'
import styles from './routing-settings.module.css'
import { SettingListPage } from './setting-list-page.tsx'
import { useOffice } from './use-office.ts'

export function GroupsPage() {
  const { t } = useTranslation('deskRouting')
  const { office, code, reload } = useOffice()
  const [open, setOpen] = useState<{ readonly row: GroupRow | undefined }>()
  const columns = useColumns(office?.people.filter(({ active }) => active).length ?? 0, (row) => setOpen({ row }))
  return (
    <SettingListPage
      title={t('groups.title')}
      lead={t('groups.lead')}
      add={{ label: t('groups.add'), act: () => setOpen({ row: undefined }) }}
      code={code}
      onRetry={reload}
      rows={office?.groups}
      rowKey={({ id }) => id}
      columns={columns}
    >
      {open !== undefined && office !== undefined && (
        <GroupDialog row={open.row} office={office} onDone={reload} onClose={() => setOpen(undefined)} />
      )}
    </SettingListPage>
  )
}

function useColumns(
  active: number,
  change: (row: GroupRow) => void,
): readonly TableColumn<GroupRow, 'name' | 'members' | 'acceptance' | 'hours' | 'change'>[] {
  const { t } = useTranslation('deskRouting')
  const format = useFormat()
  const name = useGroupName()
  return [
    { id: 'name', title: t('name'), cell: (row) => <bdi className={styles.breakable}>{name(row)}</bdi> },
    {
      id: 'members',
      title: t('groups.members'),
      width: '14%',
      numeric: true,
      cell: (row) => format.number(row.id === EVERYONE ? active : row.members.length),
    },
    {
      id: 'acceptance',
      title: t('groups.acceptance'),
      width: '22%',
      cell: (row) => t(`groups.acceptanceShort.${row.acceptance}`),
    },
    {
      id: 'hours',
      title: t('groups.open'),
      width: '22%',
      cell: (row) => (row.hours === null ? t('groups.always') : row.hours.timeZone),
    },
    {
      id: 'change',
      title: t('action'),
      width: '104px',
      cell: (row) => (
        <Button size="small" aria-label={t('changeWhat', { name: name(row) })} onClick={() => change(row)}>
          {t('change')}
        </Button>
      ),
    },
  ]
}
