// Which row of a list is the active one while the keyboard stays in the field above it: arrows go round, a page stops at the
// end, Enter chooses. The Enter that chooses a candidate of an input method is the method's.
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

export type ActiveRow<Row> = {
  readonly activeKey: string | undefined
  /** The list, whose active row wears `data-active`: it is kept in sight. */
  readonly list: RefObject<HTMLDivElement | null>
  point(row: Row): void
  /** Back to the first: what is listed has changed. */
  reset(): void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** `rows` in the order in which they are shown; fewer than before moves the mark to the last. */
export function useActiveRow<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  choose: (row: Row) => void,
): ActiveRow<Row> {
  const list = useRef<HTMLDivElement>(null)
  const [wanted, setAt] = useState(0)
  const at = Math.min(wanted, rows.length - 1)
  const active = rows[at]
  const activeKey = active && keyOf(active)
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [activeKey])
  return {
    activeKey,
    list,
    point: (row) => setAt(rows.indexOf(row)),
    reset: () => setAt(0),
    onKeyDown(event) {
      if (event.nativeEvent.isComposing || active === undefined) return
      const step = steps[event.key]
      if (event.key === 'Enter') choose(active)
      else if (step === undefined) return
      else if (Math.abs(step) === 1) setAt((at + step + rows.length) % rows.length)
      else setAt(Math.max(0, Math.min(rows.length - 1, at + step)))
      event.preventDefault()
    },
  }
}
