// Colleagues to choose from, as boxes in a list that scrolls; a search appears when they are many.
import type { AgentId } from '#protocol'
import type { Agent } from '#protocol/http-schemas.ts'
import { Search } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './routing-settings.module.css'

/** More than the eye finds at once. */
const SEARCH_FROM = 10

type PeopleChecksProps = Readonly<{
  label: string
  hint: string
  people: readonly Agent[]
  chosen: readonly AgentId[]
  onChange: (chosen: readonly AgentId[]) => void
  error?: string | undefined
}>

export function PeopleChecks({ label, hint, people, chosen, onChange, error }: PeopleChecksProps) {
  const { t, i18n } = useTranslation('deskRouting')
  const [wanted, setWanted] = useState('')
  const id = useId()
  const collator = new Intl.Collator(i18n.language)
  // Who was deactivated may stay, and can be taken out.
  const eligible = people.filter((person) => person.active || chosen.includes(person.id as AgentId))
  const shown = eligible
    .filter(({ name }) => name.toLowerCase().includes(wanted.trim().toLowerCase()))
    .sort((a, b) => collator.compare(a.name, b.name))
  const toggle = (person: AgentId, isOn: boolean): void =>
    onChange(isOn ? [...chosen, person].sort((a, b) => a - b) : chosen.filter((one) => one !== person))
  return (
    <div role="group" aria-labelledby={id} aria-describedby={`${id}-hint`} className={styles.field}>
      <p id={id} className={styles.legend}>
        {t('chosenOf', { label, chosen: chosen.length, all: eligible.length })}
      </p>
      {eligible.length >= SEARCH_FROM && (
        <TextField label={t('findPerson')} hideLabel icon={Search} value={wanted} onValueChange={setWanted} />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll container needs the focus for arrow keys */}
      <div className={styles.checks} role="region" aria-labelledby={id} tabIndex={0}>
        {shown.map((person) => (
          <Checkbox
            key={person.id}
            label={person.active ? person.name : t('deactivated', { name: person.name })}
            checked={chosen.includes(person.id as AgentId)}
            onCheckedChange={(isOn) => toggle(person.id as AgentId, isOn)}
          />
        ))}
        {shown.length === 0 && <p className={styles.hint}>{t('nobodyFound')}</p>}
      </div>
      {error !== undefined && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
    </div>
  )
}
