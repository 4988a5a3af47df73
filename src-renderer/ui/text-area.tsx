// Several lines of text; grows with its content up to maxRows, then scrolls.
import { Field } from '@base-ui/react/field'
import type { ComponentProps } from 'react'
import control from './control.module.css'
import { classNames } from './class-names.ts'
import { FormField, type FormFieldProps } from './form-field.tsx'
import styles from './text-area.module.css'

export type TextAreaProps = Omit<FormFieldProps, 'children' | 'nativeLabel'> &
  Omit<ComponentProps<'textarea'>, 'className' | 'disabled' | 'value' | 'defaultValue'> &
  Readonly<{
    value?: string | undefined
    defaultValue?: string | undefined
    onValueChange?: ((value: string) => void) | undefined
    maxRows?: number | undefined
  }>

export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, description, error, optional, disabled, className, onValueChange, rows, maxRows, ...area } =
    props
  return (
    <FormField {...{ label, hideLabel, description, error, optional, disabled, className }}>
      <div className={control.box}>
        <Field.Control
          render={<textarea {...area} rows={rows ?? 3} dir={area.dir ?? 'auto'} />}
          value={area.value}
          defaultValue={area.defaultValue}
          onValueChange={(value: string) => onValueChange?.(value)}
          className={classNames(control.input, styles.area)}
          style={{ maxBlockSize: `calc(${maxRows ?? 12} * 1lh + 12px)` }}
        />
      </div>
    </FormField>
  )
}
