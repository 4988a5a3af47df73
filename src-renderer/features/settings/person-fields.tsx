// Fields that adding and changing a person share: role with what it may do, and how many conversations at once.
import { roles, type Role } from '#protocol'
import { mayManage } from '#protocol/permissions.ts'
import { useTranslation } from 'react-i18next'
import { useSelf } from '../../stores/desk.ts'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** More than anybody can hold; the server's own bound. */
const maxCapacity = 1_000

/** What was typed as a capacity; undefined when it is none. */
export function parseCapacity(typed: string): number | undefined {
  const value = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : NaN
  return value <= maxCapacity ? value : undefined
}

type PersonFieldsProps = Readonly<{
  role: Role
  onRole: (role: Role) => void
  capacity: string
  onCapacity: (capacity: string) => void
  /** One's own role is for somebody else to change. */
  lockRole?: boolean
}>

export function PersonFields({ role, onRole, capacity, onCapacity, lockRole = false }: PersonFieldsProps) {
  const { t } = useTranslation('deskSettings')
  const self = useSelf()
  return (
    <>
      {!lockRole && (
        <RadioGroup
          label={t('people.role')}
          value={role}
          onValueChange={onRole}
          options={roles.toReversed().map((value) => ({
            value,
            label: t(`role.${value}`),
            description: t(`roleHint.${value}`),
            disabled: !mayManage(self.role, value),
          }))}
        />
      )}
      <TextField
        label={t('people.capacity')}
        description={t('people.capacityHint')}
        inputMode="numeric"
        value={capacity}
        onValueChange={onCapacity}
        error={parseCapacity(capacity) === undefined ? t('people.capacityWrong', { max: maxCapacity }) : undefined}
      />
    </>
  )
}
