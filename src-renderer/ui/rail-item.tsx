// A section in the rail at the edge of the window: icon, name on hover with its key, a count when something waits there.
import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names.ts'
import { Count } from './count.tsx'
import { Icon } from './icon.tsx'
import { ariaKeyShortcuts, thisPlatform } from './key-chord.ts'
import styles from './rail-item.module.css'
import { Tooltip } from './tooltip.tsx'

export type RailItemProps = Readonly<{
  label: string
  icon: LucideIcon
  keys?: string | undefined
  active: boolean
  count?: number | undefined
  /** What is counted, in full: "2 waiting in the queue". */
  countSpoken?: string | undefined
  onSelect: () => void
}>

export function RailItem({ label, icon, keys, active, count = 0, countSpoken, onSelect }: RailItemProps) {
  return (
    <Tooltip label={label} keys={keys} side="right">
      <button
        type="button"
        aria-current={active ? 'page' : undefined}
        aria-keyshortcuts={keys === undefined ? undefined : ariaKeyShortcuts(keys, thisPlatform())}
        className={classNames(styles.item, active && styles.active)}
        onClick={onSelect}
      >
        <Icon of={icon} size={20} />
        <span className="spoken">{label}</span>
        <Count value={count} tone="accent" max={9} spoken={countSpoken} className={styles.count} />
      </button>
    </Tooltip>
  )
}
