// A finder with three rows under it, as the palette and the filter have them.
import { useId, useState } from 'react'
import { FinderField } from '../ui/finder-field.tsx'
import { useActiveRow } from '../ui/use-active-row.ts'
import { useWords } from './specimen-words.ts'
import styles from './sample-finder.module.css'

const groups = ['refunds', 'sales', 'shipping'] as const

export function SampleFinder({ large = false }: Readonly<{ large?: boolean }>) {
  const { field } = useWords()
  const id = useId()
  const [typed, setTyped] = useState('')
  const rows = groups.filter((group) => field.groups[group].toLowerCase().includes(typed.toLowerCase()))
  const { activeKey, list, reset, point, onKeyDown } = useActiveRow(
    rows,
    (group) => group,
    (group) => setTyped(field.groups[group]),
  )
  return (
    <div className={styles.finder}>
      <FinderField
        label={field.search}
        large={large}
        value={typed}
        onValueChange={(text) => {
          setTyped(text)
          reset()
        }}
        onKeyDown={onKeyDown}
        listId={id}
        activeId={activeKey && `${id}-${activeKey}`}
      />
      <div ref={list} id={id} role="listbox" className={styles.list} aria-label={field.search}>
        {rows.map((group) => (
          <div
            key={group}
            id={`${id}-${group}`}
            role="option"
            aria-selected={group === activeKey}
            data-active={group === activeKey || undefined}
            className={styles.option}
            tabIndex={-1}
            onPointerMove={() => point(group)}
          >
            {field.groups[group]}
          </div>
        ))}
      </div>
    </div>
  )
}
