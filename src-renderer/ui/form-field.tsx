// Label, control, plain explanation and error text, tied together for screen readers. The control is the child.
import { Field } from '@base-ui/react/field'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './form-field.module.css'

export type FormFieldProps = Readonly<{
  label: string
  /** The label stays for screen readers; use it only where the place says what the field is, such as a search box. */
  hideLabel?: boolean | undefined
  description?: ReactNode | undefined
  /** What happened and what to do. Marks the field invalid. */
  error?: string | undefined
  optional?: boolean | undefined
  disabled?: boolean | undefined
  className?: string | undefined
  /** False when the control is a button (select), so that a click on the label does not press it. */
  nativeLabel?: boolean | undefined
  children: ReactNode
}>

export function FormField(props: FormFieldProps) {
  const { label, hideLabel = false, description, error, optional = false, disabled = false, nativeLabel = true } = props
  const { t } = useTranslation('ui')
  return (
    <Field.Root invalid={error !== undefined} disabled={disabled} className={classNames(styles.field, props.className)}>
      <Field.Label
        nativeLabel={nativeLabel}
        render={nativeLabel ? undefined : <div />}
        className={hideLabel ? 'spoken' : styles.label}
      >
        {label}
        {optional && <span className={styles.optional}>{t('field.optional')}</span>}
      </Field.Label>
      {props.children}
      {error !== undefined && (
        <Field.Error match className={styles.error}>
          {error}
        </Field.Error>
      )}
      {description !== undefined && <Field.Description className={styles.description}>{description}</Field.Description>}
    </Field.Root>
  )
}
