// People's skills: who speaks what, and whose share is larger or smaller.
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { useDesk } from '../../../stores/desk.ts'
import { useApi } from '../../../stores/use-api.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Button } from '../../../ui/button.tsx'
import type { TableColumn } from '../../../ui/table.tsx'
import { useLanguageName } from './language-names.ts'
import styles from './routing-settings.module.css'
import type { PersonSkills } from './person-skills.ts'
import { SettingListPage } from './setting-list-page.tsx'
import { SkillsDialog } from './skills-dialog.tsx'

export function SkillsPage() {
  const { t, i18n } = useTranslation('deskRouting')
  const { api } = useDesk().session
  const skills = useApi(useCallback(() => api.routing.skills.list(), [api]))
  const people = useApi(useCallback(() => api.agents(), [api]))
  const [open, setOpen] = useState<PersonSkills>()
  const columns = useColumns(setOpen)
  const collator = new Intl.Collator(i18n.language)
  const rows = skills.value
    ?.flatMap((row): readonly PersonSkills[] => {
      const person = people.value?.agents.find(({ id }) => id === row.agent)
      return person?.active ? [{ ...row, id: row.agent, person }] : []
    })
    .sort((a, b) => collator.compare(a.person.name, b.person.name))
  return (
    <SettingListPage
      title={t('skills.title')}
      lead={t('skills.lead')}
      code={skills.code ?? people.code}
      onRetry={() => {
        skills.reload()
        people.reload()
      }}
      rows={people.value && rows}
      rowKey={({ id }) => id}
      columns={columns}
    >
      {open !== undefined && <SkillsDialog row={open} onDone={skills.reload} onClose={() => setOpen(undefined)} />}
    </SettingListPage>
  )
}

function useColumns(
  change: (row: PersonSkills) => void,
): readonly TableColumn<PersonSkills, 'name' | 'languages' | 'weight' | 'change'>[] {
  const { t } = useTranslation('deskRouting')
  const format = useFormat()
  const languageName = useLanguageName()
  return [
    {
      id: 'name',
      title: t('name'),
      cell: ({ person }) => (
        <span className={styles.person}>
          <Avatar name={person.name} size={24} decorative />
          <bdi className="truncate" title={person.name}>
            {person.name}
          </bdi>
        </span>
      ),
    },
    {
      id: 'languages',
      title: t('skills.languages'),
      width: '34%',
      cell: ({ languages }) =>
        languages.length === 0 ? t('skills.allLanguages') : format.list(languages.map(languageName)),
    },
    {
      id: 'weight',
      title: t('skills.weight'),
      width: '14%',
      numeric: true,
      cell: ({ weight }) => format.number(weight),
    },
    {
      id: 'change',
      title: t('action'),
      width: '104px',
      cell: (row) => (
        <Button size="small" aria-label={t('changeWhat', { name: row.person.name })} onClick={() => change(row)}>
          {t('change')}
        </Button>
      ),
    },
  ]
}
