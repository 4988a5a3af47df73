// Yes or no inside a form, or a row in a selection. For a setting that acts at once use a switch.
import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Field } from '@base-ui/react/field'
import { Check, Minus } from 'lucide-react'
import styles from './choice.module.css'

export type CheckboxProps = Readonly<{
  label: string
  hideLabel?: boolean | undefined
  description?: string | undefined
  checked: boolean
  /** Some, not all, of what this box stands for is chosen. */
  indeterminate?: boolean | undefined
  onCheckedChange: (checked: boolean) => void
  disabled?: boolean | undefined
}>

export function Checkbox(props: CheckboxProps) {
  const { label, hideLabel, description, checked, indeterminate = false, onCheckedChange, disabled = false } = props
  const Mark = indeterminate ? Minus : Check
  return (
    <Field.Root disabled={disabled}>
      <Field.Label className={styles.row}>
        <Base.Root
          checked={checked}
          indeterminate={indeterminate}
          onCheckedChange={(next) => onCheckedChange(next)}
          className={styles.box}
        >
          <Base.Indicator>
            <Mark aria-hidden size={12} strokeWidth={2.5} />
          </Base.Indicator>
        </Base.Root>
        <span className={hideLabel ? 'spoken' : styles.label}>{label}</span>
        {description !== undefined && (
          <Field.Description render={<span />} className={styles.description}>
            {description}
          </Field.Description>
        )}
      </Field.Label>
    </Field.Root>
  )
}
