// One colleague's languages and weight.
import { limits, ok } from '#protocol'
import type { AgentSkills } from '#protocol/routing-schemas.ts'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingRows } from '../../../platform/routing-api.ts'
import { useDesk } from '../../../stores/desk.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { offeredLanguages, useLanguageName } from './language-names.ts'
import type { PersonSkills } from './person-skills.ts'
import styles from './routing-settings.module.css'
import { SettingDialog } from './setting-dialog.tsx'

import { parseNumber } from './typed-number.ts'
import { useEdit } from './use-edit.ts'
import { useBoundsText } from './use-wrong-text.ts'

type Draft = { readonly languages: readonly string[]; readonly weight: string }

const weightBounds = { min: 0, max: limits.maxAgentWeight }

const draftOf = (row: PersonSkills | undefined): Draft => ({
  languages: row?.languages ?? [],
  weight: String(row?.weight ?? 1),
})

const parse = ({ languages, weight }: Draft): AgentSkills | undefined => {
  const share = parseNumber(weight, weightBounds, 'any')
  return share === undefined ? undefined : { languages: [...languages], weight: share }
}

type SkillsDialogProps = Readonly<{ row: PersonSkills; onDone: () => void; onClose: () => void }>

export function SkillsDialog({ row, onDone, onClose }: SkillsDialogProps) {
  const { t } = useTranslation('deskRouting')
  const { api } = useDesk().session
  const { person } = row
  /** Skills are there for everybody: they are only ever changed. */
  const rows = useMemo((): SettingRows<PersonSkills, AgentSkills> => {
    const { skills } = api.routing
    const withPerson = (found: Omit<PersonSkills, 'id' | 'person'>): PersonSkills => ({
      ...found,
      id: found.agent,
      person,
    })
    return {
      list: async () => {
        const list = await skills.list()
        return list.ok ? ok(list.value.map(withPerson)) : list
      },
      add: async () => ok(row),
      change: async (_id, version, wish) => {
        const changed = await skills.change(row.agent, version, wish)
        return changed.ok ? ok(withPerson(changed.value)) : changed
      },
      remove: async () => ok(undefined),
    }
  }, [api, person, row])
  const trial = (value: AgentSkills) => ({
    draft: { kind: 'skills', id: row.agent, value } as const,
    name: person.name,
  })
  const edit = useEdit({ rows, row, draftOf, parse, trial, onDone, onClose })
  const { draft, change, misses } = edit
  const languageName = useLanguageName()
  const boundsText = useBoundsText()
  const languages = [...new Set([...offeredLanguages, ...draft.languages])]
  return (
    <SettingDialog title={person.name} {...edit} fields={[]} onClose={onClose}>
      <div role="group" aria-label={t('skills.languages')} className={styles.field}>
        <p className={styles.legend}>{t('skills.languages')}</p>
        <div className={styles.checks}>
          {languages.map((tag) => (
            <Checkbox
              key={tag}
              label={languageName(tag)}
              checked={draft.languages.includes(tag)}
              onCheckedChange={(isOn) =>
                change({
                  languages: isOn
                    ? languages.filter((one) => one === tag || draft.languages.includes(one))
                    : draft.languages.filter((one) => one !== tag),
                })
              }
            />
          ))}
        </div>
        <p className={styles.hint}>{t('skills.languagesHint')}</p>
      </div>
      <TextField
        label={t('skills.weight')}
        description={t('skills.weightHint')}
        inputMode="decimal"
        value={draft.weight}
        onValueChange={(weight) => change({ weight })}
        error={
          misses > 0 && parseNumber(draft.weight, weightBounds, 'any') === undefined
            ? boundsText(weightBounds)
            : undefined
        }
      />
    </SettingDialog>
  )
}
