// One line of text with its label, explanation and error.
import { Field } from '@base-ui/react/field'
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import styles from './control.module.css'
import { FormField, type FormFieldProps } from './form-field.tsx'
import { Icon } from './icon.tsx'

export type TextFieldProps = Omit<FormFieldProps, 'children' | 'nativeLabel'> &
  Omit<ComponentProps<'input'>, 'className' | 'disabled' | 'value' | 'defaultValue'> &
  Readonly<{
    value?: string | undefined
    defaultValue?: string | undefined
    onValueChange?: ((value: string) => void) | undefined
    icon?: LucideIcon | undefined
    /** At the end of the box: a unit, a key hint, a small button. */
    suffix?: ReactNode | undefined
  }>

export function TextField(props: TextFieldProps) {
  const { label, hideLabel, description, error, optional, disabled, className, icon, suffix, onValueChange, ...input } =
    props
  return (
    <FormField {...{ label, hideLabel, description, error, optional, disabled, className }}>
      <div className={styles.box}>
        {icon !== undefined && <Icon of={icon} className={styles.affix} />}
        <Field.Control
          {...input}
          dir={input.dir ?? 'auto'}
          onValueChange={(value: string) => onValueChange?.(value)}
          className={styles.input}
        />
        {suffix !== undefined && <span className={styles.affix}>{suffix}</span>}
      </div>
    </FormField>
  )
}
