// Which group something leads to.
import { EVERYONE } from '#protocol'
import type { GroupRow } from '#protocol/routing-schemas.ts'
import { useTranslation } from 'react-i18next'
import { Select } from '../../../ui/select.tsx'

/** Everyone's group has no name of its own. */
export function useGroupName(): (group: Pick<GroupRow, 'id' | 'name'> | undefined) => string {
  const { t } = useTranslation('deskRouting')
  return (group) => (group === undefined ? t('groupGone') : group.id === EVERYONE ? t('everyone') : group.name)
}

type GroupSelectProps = Readonly<{
  label: string
  description?: string
  groups: readonly GroupRow[]
  /** An id as text; empty = `none`. */
  value: string
  onValueChange: (value: string) => void
  /** The word for "no group"; without it there has to be one. */
  none?: string
  error?: string | undefined
}>

export function GroupSelect({ groups, value, none, onValueChange, ...field }: GroupSelectProps) {
  const name = useGroupName()
  // Base UI takes an empty string for "nothing chosen yet".
  const NONE = 'none'
  const options = [
    ...(none === undefined ? [] : [{ value: NONE, label: none }]),
    ...groups.map((group) => ({ value: String(group.id), label: name(group) })),
  ]
  return (
    <Select
      {...field}
      options={options}
      value={value === '' ? NONE : value}
      onValueChange={(next) => onValueChange(next === NONE ? '' : next)}
    />
  )
}
