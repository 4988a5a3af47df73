// One of two to five short words, all visible: a mode, a period, a theme. A radio group that looks like one control.
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import styles from './segmented-control.module.css'

export type Segment<Value extends string> = Readonly<{
  value: Value
  label: string
  icon?: LucideIcon | undefined
  disabled?: boolean | undefined
}>

export type SegmentedControlProps<Value extends string> = Readonly<{
  label: string
  segments: readonly Segment<Value>[]
  value: Value
  onValueChange: (value: Value) => void
  className?: string | undefined
}>

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value, onValueChange, className } = props
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => onValueChange(next)}
      className={classNames(styles.group, className)}
    >
      {segments.map((segment) => (
        <Radio.Root
          key={segment.value}
          value={segment.value}
          disabled={segment.disabled ?? false}
          nativeButton
          render={<button type="button" />}
          className={styles.segment}
        >
          {segment.icon !== undefined && <Icon of={segment.icon} />}
          <span className="truncate">{segment.label}</span>
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
