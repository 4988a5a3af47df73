// What narrows a search down, each a chip with its choices. The first choice takes it away again.
import type { AgentId } from '#protocol'
import { ChevronDown, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useColleagues } from '../../stores/agent-load.ts'
import { useDesk } from '../../stores/desk.ts'
import { searchPeriods, type SearchFilter } from '../../stores/search-store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu, MenuCheckItem } from '../../ui/menu.tsx'
import { Popover } from '../../ui/popover.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useGroupChoices, useIntentChoices, type Choice } from './use-named-choices.ts'
import styles from './search.module.css'

export function SearchFilters() {
  const { t, i18n } = useTranslation('deskSearch')
  const { search } = useDesk()
  const filters = useStore(search, (held) => held.filters)
  const colleagues = useColleagues(i18n.language)
  const groups = useGroupChoices()
  const intents = useIntentChoices()
  const isNarrow = Object.keys(filters).length > 0
  const chip = <Value extends string | number>(filter: SearchFilter, choices: readonly Choice<Value>[]) =>
    choices.length > 0 && (
      <FilterChip
        name={t(`filter.${filter}`)}
        all={t(`all.${filter}`)}
        choices={choices}
        value={filters[filter] as Value | undefined}
        onChange={(value) => search.filter({ [filter]: value })}
      />
    )
  return (
    <div className={styles.filters} role="group" aria-label={t('filters')}>
      {chip(
        'period',
        searchPeriods.map((value) => ({ value, label: t(`period.${value}`) })),
      )}
      {chip(
        'by',
        (['visitor', 'desk', 'note'] as const).map((value) => ({ value, label: t(`by.${value}`) })),
      )}
      {chip(
        'status',
        (['open', 'closed'] as const).map((value) => ({ value, label: t(`status.${value}`) })),
      )}
      {chip<AgentId>(
        'agent',
        colleagues.map(({ agent }) => ({ value: agent.id, label: agent.name })),
      )}
      {chip('group', groups)}
      {chip('intent', intents)}
      <TagChip />
      {isNarrow && (
        <Button
          size="small"
          variant="quiet"
          icon={X}
          onClick={() => search.filter(Object.fromEntries(Object.keys(filters).map((name) => [name, undefined])))}
        >
          {t('clearFilters')}
        </Button>
      )}
    </div>
  )
}

type FilterChipProps<Value> = Readonly<{
  name: string
  all: string
  choices: readonly Choice<Value>[]
  value: Value | undefined
  onChange: (value: Value | undefined) => void
}>

function FilterChip<Value extends string | number>({ name, all, choices, value, onChange }: FilterChipProps<Value>) {
  const [isOpen, setOpen] = useState(false)
  const chosen = choices.find((choice) => choice.value === value)
  const choose = (next: Value | undefined): void => {
    setOpen(false)
    onChange(next)
  }
  return (
    <Menu
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={styles.chip} data-active={chosen !== undefined || undefined}>
          <span className={styles.chipWords}>{chosen ? `${name}: ${chosen.label}` : name}</span>
          <Icon of={ChevronDown} />
        </button>
      }
    >
      <MenuCheckItem checked={chosen === undefined} onCheckedChange={() => choose(undefined)}>
        {all}
      </MenuCheckItem>
      {choices.map((choice) => (
        <MenuCheckItem
          key={choice.value}
          checked={choice.value === value}
          onCheckedChange={(checked) => choose(checked ? choice.value : undefined)}
        >
          {choice.label}
        </MenuCheckItem>
      ))}
    </Menu>
  )
}

/** Tags are the shop's own words: they are typed. */
function TagChip() {
  const { t } = useTranslation('deskSearch')
  const { search } = useDesk()
  const tag = useStore(search, ({ filters }) => filters.tag)
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const open = (next: boolean): void => {
    setOpen(next)
    setTyped(tag ?? '')
  }
  const choose = (): void => {
    setOpen(false)
    search.filter({ tag: typed.trim() === '' ? undefined : typed.trim() })
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={open}
      trigger={
        <button type="button" className={styles.chip} data-active={tag !== undefined || undefined}>
          <span className={styles.chipWords}>{tag === undefined ? t('filter.tag') : `${t('filter.tag')}: ${tag}`}</span>
          <Icon of={ChevronDown} />
        </button>
      }
    >
      <form
        className={styles.tagForm}
        onSubmit={(event) => {
          event.preventDefault()
          choose()
        }}
      >
        <TextField label={t('tagField')} value={typed} onValueChange={setTyped} maxLength={60} autoComplete="off" />
        <Button type="submit" variant="primary">
          {t('tagSet')}
        </Button>
      </form>
    </Popover>
  )
}
