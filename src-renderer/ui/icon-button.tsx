// A button that shows only an icon. The label is required: it is the accessible name and, with the key, the tooltip.
import { Button as Base } from '@base-ui/react/button'
import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Icon, type IconSize } from './icon.tsx'
import styles from './icon-button.module.css'
import { ariaKeyShortcuts, thisPlatform } from './key-chord.ts'
import { Tooltip, type TooltipProps } from './tooltip.tsx'

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> &
  Readonly<{
    label: string
    icon: LucideIcon
    keys?: string | undefined
    size?: 'small' | 'medium' | undefined
    iconSize?: IconSize | undefined
    /** For a button that stays down, such as "note" in the composer. Leave undefined for plain actions. */
    pressed?: boolean | undefined
    tooltipSide?: TooltipProps['side']
  }>

export function IconButton(props: IconButtonProps) {
  const { label, icon, keys, size = 'medium', iconSize, pressed, tooltipSide, disabled = false, ...native } = props
  const { className, type = 'button', ...rest } = native
  return (
    <Tooltip label={label} keys={keys} side={tooltipSide}>
      <Base
        {...rest}
        type={type}
        disabled={disabled}
        focusableWhenDisabled
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKeyShortcuts(keys, thisPlatform())}
        className={classNames(styles.button, styles[size], className)}
      >
        <Icon of={icon} size={iconSize} />
      </Base>
    </Tooltip>
  )
}
