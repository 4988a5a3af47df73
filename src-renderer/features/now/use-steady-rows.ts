// Rows that come again every second, held in their order while a hand is among them.
import { useState, type ComponentProps } from 'react'
import { steadyRows } from './figures.ts'

export type SteadyRows<Row> = {
  readonly rows: readonly Row[]
  readonly isHeld: boolean
  /** For the element around them. */
  readonly hand: Pick<ComponentProps<'div'>, 'onPointerEnter' | 'onPointerLeave' | 'onFocus' | 'onBlur'>
}

/** `asked`: what the reader chose, such as a sort; another choice shows at once. */
export function useSteadyRows<Row>(live: readonly Row[], keyOf: (row: Row) => number, asked: unknown): SteadyRows<Row> {
  const [isPointed, setPointed] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const [before, setBefore] = useState<{ readonly keys: readonly number[]; readonly asked: unknown }>({
    keys: [],
    asked,
  })
  const isHeld = isPointed || isFocused
  const rows = steadyRows(live, keyOf, before.keys, isHeld && before.asked === asked)
  const keys = rows.map(keyOf)
  if (before.asked !== asked || keys.join() !== before.keys.join()) setBefore({ keys, asked })
  return {
    rows,
    isHeld,
    hand: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: ({ currentTarget, relatedTarget }) =>
        setFocused(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)),
    },
  }
}
