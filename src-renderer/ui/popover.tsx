// A small panel beside a control: a colleague's card, the ledger of a message, a filter.
import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import float from './float.module.css'
import styles from './popover.module.css'

export type PopoverProps = Readonly<{
  trigger: ReactElement
  title?: string | undefined
  /** The name of a panel that shows no title. */
  label?: string | undefined
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined
  align?: 'start' | 'center' | 'end' | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  children: ReactNode
}>

export function Popover(props: PopoverProps) {
  const { trigger, title, label, side = 'bottom', align = 'start', open, onOpenChange, children } = props
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className={float.positioner}>
          <Base.Popup aria-label={label} className={classNames(float.popup, styles.popup)}>
            {title !== undefined && <Base.Title className={styles.title}>{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
