// One choice of a short, known list. For more than about twelve entries use a searchable list instead.
import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import control from './control.module.css'
import float from './float.module.css'
import { FormField, type FormFieldProps } from './form-field.tsx'
import { Icon } from './icon.tsx'
import styles from './select.module.css'

export type SelectOption<Value extends string> = Readonly<{
  value: Value
  label: string
  /** Before the label, in the list and in the closed box: a status dot, a flag, an avatar. */
  mark?: ReactNode | undefined
  disabled?: boolean | undefined
}>

export type SelectProps<Value extends string> = Omit<FormFieldProps, 'children' | 'nativeLabel'> &
  Readonly<{
    options: readonly SelectOption<Value>[]
    value: Value | null
    onValueChange: (value: Value) => void
    placeholder?: string | undefined
  }>

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onValueChange, placeholder, ...field } = props
  const { t } = useTranslation('ui')
  const chosen = options.find((option) => option.value === value)
  return (
    <FormField {...field} nativeLabel={false}>
      <Base.Root
        items={options}
        value={value}
        onValueChange={(next) => {
          if (next !== null) onValueChange(next)
        }}
      >
        <Base.Trigger className={classNames(control.box, styles.trigger)}>
          {chosen?.mark}
          <Base.Value className={styles.value} placeholder={placeholder ?? t('field.choose')} />
          <Base.Icon className={styles.caret}>
            <Icon of={ChevronsUpDown} />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className={float.positioner}>
            <Base.Popup className={float.popup}>
              <Base.List className={float.list}>
                {options.map((option) => (
                  <Base.Item key={option.value} value={option.value} disabled={option.disabled} className={float.item}>
                    {option.mark}
                    <Base.ItemText className={float.label}>{option.label}</Base.ItemText>
                    <Base.ItemIndicator>
                      <Icon of={Check} />
                    </Base.ItemIndicator>
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </FormField>
  )
}
