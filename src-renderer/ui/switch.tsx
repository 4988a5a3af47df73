// A setting that acts at once.
import { Field } from '@base-ui/react/field'
import { Switch as Base } from '@base-ui/react/switch'
import styles from './choice.module.css'

export type SwitchProps = Readonly<{
  label: string
  hideLabel?: boolean | undefined
  description?: string | undefined
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  disabled?: boolean | undefined
}>

export function Switch({ label, hideLabel, description, checked, onCheckedChange, disabled = false }: SwitchProps) {
  return (
    <Field.Root disabled={disabled}>
      <Field.Label className={styles.row}>
        <Base.Root checked={checked} onCheckedChange={(next) => onCheckedChange(next)} className={styles.track}>
          <Base.Thumb className={styles.thumb} />
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
