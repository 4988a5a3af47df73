// One of a few, each with room for an explanation.
import { Radio } from '@base-ui/react/radio'
import { RadioGroup as Base } from '@base-ui/react/radio-group'
import { useId } from 'react'
import styles from './choice.module.css'
import { classNames } from './class-names.ts'

export type RadioOption<Value extends string> = Readonly<{
  value: Value
  label: string
  description?: string | undefined
  disabled?: boolean | undefined
}>

export type RadioGroupProps<Value extends string> = Readonly<{
  label: string
  hideLabel?: boolean | undefined
  options: readonly RadioOption<Value>[]
  value: Value
  onValueChange: (value: Value) => void
  disabled?: boolean | undefined
}>

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, hideLabel, options, value, onValueChange, disabled = false } = props
  const id = useId()
  return (
    <Base
      aria-labelledby={id}
      value={value}
      onValueChange={(next) => onValueChange(next)}
      disabled={disabled}
      className={styles.group}
    >
      <div id={id} className={hideLabel ? 'spoken' : styles.legend}>
        {label}
      </div>
      {options.map((option) => (
        // The control sits inside its label; Base UI renders a span with a hidden native radio.
        <label key={option.value} className={styles.row}>
          <Radio.Root
            value={option.value}
            disabled={option.disabled ?? false}
            aria-describedby={option.description === undefined ? undefined : `${id}-${option.value}`}
            className={classNames(styles.box, styles.round)}
          >
            <Radio.Indicator className={styles.dot} />
          </Radio.Root>
          <span className={styles.label}>{option.label}</span>
          {option.description !== undefined && (
            <span id={`${id}-${option.value}`} className={styles.description}>
              {option.description}
            </span>
          )}
        </label>
      ))}
    </Base>
  )
}
