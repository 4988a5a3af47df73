// The field over a list that is found by typing: a combobox that names its active row and never loses the keyboard to it.
import { Search } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './finder-field.module.css'
import { Icon } from './icon.tsx'

/** A name or a few letters of one. */
const maxTyped = 80

type Props = Readonly<{
  label: string
  value: string
  onValueChange: (typed: string) => void
  onKeyDown: (event: KeyboardEvent) => void
  listId: string
  /** Undefined while nothing fits. */
  activeId: string | undefined
  large?: boolean
  children?: ReactNode
}>

export function FinderField({ label, value, onValueChange, onKeyDown, listId, activeId, large, children }: Props) {
  return (
    <div className={classNames(styles.field, large && styles.large)}>
      <Icon of={Search} size={large ? 20 : 16} className={styles.glass} />
      <input
        role="combobox"
        aria-expanded={activeId !== undefined}
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxTyped}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={onKeyDown}
        className={styles.input}
      />
      {children}
    </div>
  )
}
