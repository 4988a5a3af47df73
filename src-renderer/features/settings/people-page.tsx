// Accounts of the office, for those who lead: who there is, and a dialog to add or change one.
import type { Agent } from '#protocol/http-schemas.ts'
import { mayManage } from '#protocol/permissions.ts'
import { UserPlus } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk, useSelf } from '../../stores/desk.ts'
import { useApi } from '../../stores/use-api.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { ChangePersonDialog } from './change-person-dialog.tsx'
import { NotLoaded } from './not-loaded.tsx'
import { SettingsBody } from './setting.tsx'
import styles from './settings.module.css'

export function PeoplePage() {
  const { t, i18n } = useTranslation('deskSettings')
  const { api } = useDesk().session
  const ask = useCallback(() => api.agents(), [api])
  const { value, code, reload } = useApi(ask)
  const [isAdding, setAdding] = useState(false)
  const [changing, setChanging] = useState<Agent>()
  const columns = useColumns(setChanging)
  const collator = new Intl.Collator(i18n.language)
  const people = [...(value?.agents ?? [])].sort(
    (one, other) => Number(other.active) - Number(one.active) || collator.compare(one.name, other.name),
  )
  return (
    <SettingsBody
      title={t('page.people')}
      lead={t('people.lead')}
      actions={
        <Button variant="primary" icon={UserPlus} onClick={() => setAdding(true)}>
          {t('people.add')}
        </Button>
      }
    >
      {code !== undefined && <NotLoaded code={code} onRetry={reload} />}
      {value === undefined ? (
        code === undefined && <Skeleton shape="block" width="100%" height="200px" />
      ) : (
        <Table caption={t('page.people')} columns={columns} rows={people} rowKey={(person) => person.id} />
      )}
      {isAdding && <AddPersonDialog onClose={() => setAdding(false)} onDone={reload} />}
      {changing !== undefined && (
        <ChangePersonDialog person={changing} onClose={() => setChanging(undefined)} onDone={reload} />
      )}
    </SettingsBody>
  )
}

function useColumns(
  change: (person: Agent) => void,
): readonly TableColumn<Agent, 'name' | 'login' | 'role' | 'capacity' | 'change'>[] {
  const { t } = useTranslation('deskSettings')
  const format = useFormat()
  const self = useSelf()
  return [
    {
      id: 'name',
      title: t('people.name'),
      cell: (person) => (
        <span className={styles.person} data-off={!person.active || undefined}>
          <Avatar name={person.name} size={24} decorative />
          <span className={styles.stack}>
            <bdi className="truncate" title={person.name}>
              {person.name}
            </bdi>
            {!person.active && <span className={styles.hint}>{t('people.off')}</span>}
          </span>
        </span>
      ),
    },
    {
      id: 'login',
      title: t('people.login'),
      width: '22%',
      cell: (person) => <bdi className={styles.breakable}>{person.login}</bdi>,
    },
    { id: 'role', title: t('people.role'), width: '14%', cell: (person) => t(`role.${person.role}`) },
    {
      id: 'capacity',
      title: t('people.capacity'),
      width: '15%',
      numeric: true,
      cell: (person) => format.number(person.capacity),
    },
    {
      id: 'change',
      title: t('people.action'),
      width: '104px',
      cell: (person) =>
        mayManage(self.role, person.role) || person.id === self.id ? (
          <Button
            size="small"
            aria-label={t('people.changeWhom', { name: person.name })}
            onClick={() => change(person)}
          >
            {t('people.change')}
          </Button>
        ) : null,
    },
  ]
}
