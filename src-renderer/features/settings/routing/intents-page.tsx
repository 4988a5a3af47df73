// Intents: what visitors may want, told by examples, and who answers it.
import type { IntentRow } from '#protocol/routing-schemas.ts'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { useDesk } from '../../../stores/desk.ts'
import { useApi } from '../../../stores/use-api.ts'
import { Button } from '../../../ui/button.tsx'
import type { TableColumn } from '../../../ui/table.tsx'
import { useGroupName } from './group-select.tsx'
import { IntentDialog } from './intent-dialog.tsx'
import { IntentReadingNote } from './intent-reading-note.tsx'
import styles from './routing-settings.module.css'
import { SettingListPage } from './setting-list-page.tsx'
import { useOffice, type Office } from './use-office.ts'

export function IntentsPage() {
  const { t } = useTranslation('deskRouting')
  const { api } = useDesk().session
  const { office, code: officeCode, reload: reloadOffice } = useOffice()
  const { value, code, reload } = useApi(useCallback(() => api.routing.intents.list(), [api]))
  const [open, setOpen] = useState<{ readonly row: IntentRow | undefined }>()
  const columns = useColumns(office, (row) => setOpen({ row }))
  return (
    <SettingListPage
      title={t('intents.title')}
      lead={t('intents.lead')}
      add={{ label: t('intents.add'), act: () => setOpen({ row: undefined }) }}
      code={code ?? officeCode}
      onRetry={() => {
        reload()
        reloadOffice()
      }}
      rows={office && value}
      rowKey={({ id }) => id}
      columns={columns}
      empty={t('intents.empty')}
      above={<IntentReadingNote />}
    >
      {open !== undefined && office !== undefined && (
        <IntentDialog row={open.row} office={office} onDone={reload} onClose={() => setOpen(undefined)} />
      )}
    </SettingListPage>
  )
}

function useColumns(
  office: Office | undefined,
  change: (row: IntentRow) => void,
): readonly TableColumn<IntentRow, 'name' | 'examples' | 'group' | 'change'>[] {
  const { t } = useTranslation('deskRouting')
  const format = useFormat()
  const name = useGroupName()
  return [
    { id: 'name', title: t('name'), cell: (row) => <bdi className={styles.breakable}>{row.name}</bdi> },
    {
      id: 'examples',
      title: t('intents.examples'),
      width: '16%',
      numeric: true,
      cell: (row) => format.number(row.examples.length),
    },
    {
      id: 'group',
      title: t('group'),
      width: '28%',
      cell: (row) => <bdi className={styles.breakable}>{name(office?.groups.find(({ id }) => id === row.group))}</bdi>,
    },
    {
      id: 'change',
      title: t('action'),
      width: '104px',
      cell: (row) => (
        <Button size="small" aria-label={t('changeWhat', { name: row.name })} onClick={() => change(row)}>
          {t('change')}
        </Button>
      ),
    },
  ]
}
