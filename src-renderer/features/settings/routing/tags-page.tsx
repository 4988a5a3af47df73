// Tags: which one leads to whom. The most precise pattern wins, so the table shows them in that order.
import type { TagRuleRow } from '#protocol/routing-schemas.ts'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { useDesk } from '../../../stores/desk.ts'
import { useApi } from '../../../stores/use-api.ts'
import { Button } from '../../../ui/button.tsx'
import type { TableColumn } from '../../../ui/table.tsx'
import { useGroupName } from './group-select.tsx'
import styles from './routing-settings.module.css'
import { SettingListPage } from './setting-list-page.tsx'
import { TagDialog } from './tag-dialog.tsx'
import { useOffice, type Office } from './use-office.ts'

/** Exact, then the longest beginning, then the star alone. */
const precision = (pattern: string): number =>
  pattern === '*' ? 0 : pattern.endsWith('*') ? pattern.length : Number.MAX_SAFE_INTEGER

const inEffect = (a: TagRuleRow, b: TagRuleRow): number =>
  precision(b.pattern) - precision(a.pattern) || b.priority - a.priority || a.id - b.id

export function TagsPage() {
  const { t } = useTranslation('deskRouting')
  const { api } = useDesk().session
  const { office, code: officeCode, reload: reloadOffice } = useOffice()
  const { value, code, reload } = useApi(useCallback(() => api.routing.tagRules.list(), [api]))
  const [open, setOpen] = useState<{ readonly row: TagRuleRow | undefined }>()
  const columns = useColumns(office, (row) => setOpen({ row }))
  return (
    <SettingListPage
      title={t('tags.title')}
      lead={t('tags.lead')}
      add={{ label: t('tags.add'), act: () => setOpen({ row: undefined }) }}
      code={code ?? officeCode}
      onRetry={() => {
        reload()
        reloadOffice()
      }}
      rows={office && value?.toSorted(inEffect)}
      rowKey={({ id }) => id}
      columns={columns}
      empty={t('tags.empty')}
    >
      {open !== undefined && office !== undefined && (
        <TagDialog row={open.row} office={office} onDone={reload} onClose={() => setOpen(undefined)} />
      )}
    </SettingListPage>
  )
}

function useColumns(
  office: Office | undefined,
  change: (row: TagRuleRow) => void,
): readonly TableColumn<TagRuleRow, 'pattern' | 'group' | 'agents' | 'priority' | 'change'>[] {
  const { t } = useTranslation('deskRouting')
  const format = useFormat()
  const name = useGroupName()
  const people = new Map(office?.people.map((person) => [person.id, person.name]))
  return [
    { id: 'pattern', title: t('tags.pattern'), cell: (row) => <bdi className={styles.breakable}>{row.pattern}</bdi> },
    {
      id: 'group',
      title: t('group'),
      width: '22%',
      cell: (row) => <bdi className={styles.breakable}>{name(office?.groups.find(({ id }) => id === row.group))}</bdi>,
    },
    {
      id: 'agents',
      title: t('tags.agents'),
      width: '22%',
      cell: (row) =>
        row.agents.length === 0 ? (
          t('tags.allMembers')
        ) : (
          <span className={styles.breakable}>{format.list(row.agents.map((id) => people.get(id) ?? '?'))}</span>
        ),
    },
    {
      id: 'priority',
      title: t('tags.priority'),
      width: '14%',
      numeric: true,
      cell: (row) => format.number(row.priority),
    },
    {
      id: 'change',
      title: t('action'),
      width: '104px',
      cell: (row) => (
        <Button size="small" aria-label={t('changeWhat', { name: row.pattern })} onClick={() => change(row)}>
          {t('change')}
        </Button>
      ),
    },
  ]
}
