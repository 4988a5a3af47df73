// Actions behind one control, or behind a right click. Every item may show its key; a dangerous one comes last.
import { ContextMenu as BaseContext } from '@base-ui/react/context-menu'
import { Menu as Base } from '@base-ui/react/menu'
import { Check, type LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import float from './float.module.css'
import { Icon } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import { ariaKeyShortcuts, thisPlatform } from './key-chord.ts'
import styles from './menu.module.css'

export type MenuProps = Readonly<{
  /** The control that opens the menu: a Button or an IconButton. */
  trigger: ReactElement
  align?: 'start' | 'center' | 'end' | undefined
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  children: ReactNode
}>

export function Menu({ trigger, align = 'start', side = 'bottom', open, onOpenChange, children }: MenuProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={4} collisionPadding={8} className={float.positioner}>
          <Base.Popup className={classNames(float.popup, float.list, styles.popup)}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** The same items on a right click (or the menu key) anywhere in `area`. */
export function ContextMenu({ area, children }: Readonly<{ area: ReactElement; children: ReactNode }>) {
  return (
    <BaseContext.Root>
      <BaseContext.Trigger render={area} />
      <BaseContext.Portal>
        <BaseContext.Positioner collisionPadding={8} className={float.positioner}>
          <BaseContext.Popup className={classNames(float.popup, float.list, styles.popup)}>
            {children}
          </BaseContext.Popup>
        </BaseContext.Positioner>
      </BaseContext.Portal>
    </BaseContext.Root>
  )
}

export type MenuItemProps = Readonly<{
  children: ReactNode
  onSelect: () => void
  icon?: LucideIcon | undefined
  /** Instead of an icon: a status dot, an avatar. */
  mark?: ReactNode | undefined
  keys?: string | undefined
  danger?: boolean | undefined
  disabled?: boolean | undefined
}>

export function MenuItem({ children, onSelect, icon, mark, keys, danger = false, disabled = false }: MenuItemProps) {
  return (
    <Base.Item
      disabled={disabled}
      onClick={onSelect}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeyShortcuts(keys, thisPlatform())}
      className={classNames(float.item, danger && styles.danger)}
    >
      {icon !== undefined && <Icon of={icon} className={float.icon} />}
      {mark}
      <span className={float.label}>{children}</span>
      {keys !== undefined && (
        <span className={float.hint}>
          <Kbd keys={keys} />
        </span>
      )}
    </Base.Item>
  )
}

export type MenuCheckItemProps = Readonly<{
  children: ReactNode
  checked: boolean
  onCheckedChange: (checked: boolean) => void
  disabled?: boolean | undefined
}>

export function MenuCheckItem({ children, checked, onCheckedChange, disabled = false }: MenuCheckItemProps) {
  return (
    <Base.CheckboxItem
      checked={checked}
      onCheckedChange={(next) => onCheckedChange(next)}
      disabled={disabled}
      className={float.item}
    >
      <span className={styles.check}>
        <Base.CheckboxItemIndicator>
          <Icon of={Check} />
        </Base.CheckboxItemIndicator>
      </span>
      <span className={float.label}>{children}</span>
    </Base.CheckboxItem>
  )
}

export function MenuGroup({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  return (
    <Base.Group>
      <Base.GroupLabel className={float.groupLabel}>{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}

export function MenuSeparator() {
  return <div role="separator" className={float.separator} />
}
