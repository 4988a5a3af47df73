// Brings the message that was jumped to into the middle of the screen, once, and the keyboard with it.
import { NO_SEQ, type Entry, type Seq } from '#protocol'
import type { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { indexOfOffset, type TimelineItem } from './timeline.ts'

type Virtual = ReturnType<typeof useVirtualizer<HTMLDivElement, HTMLDivElement>>

export type Found = {
  /** Of the item it is; -1 when it is not there. */
  readonly index: number
  /** It stands where it should, or nothing was to be found: from now on scrolling is the reader's. */
  readonly isSettled: boolean
}

export function useFound(
  scroller: RefObject<HTMLDivElement | null>,
  virtualizer: Virtual,
  items: readonly TimelineItem[],
  entries: readonly Entry[],
  at: Seq,
): Found {
  const [isSettled, setSettled] = useState(at === NO_SEQ)
  const hasBegun = useRef(false)
  const entry = at === NO_SEQ ? undefined : entries.findLast(({ seq }) => seq <= at)
  const index = entry === undefined ? -1 : indexOfOffset(items, entry.offset)
  // Before the page around it is there, the newest entries are all after it.
  const isThere = index >= 0 && entry !== undefined && (entries[0]?.seq ?? 0) <= at
  useLayoutEffect(() => {
    if (!isThere || hasBegun.current) return undefined
    hasBegun.current = true
    scroller.current?.focus({ preventScroll: true })
    virtualizer.scrollToIndex(index, { align: 'center' })
    // Rows above it are measured as they are drawn; by the second frame it stands.
    let frame = window.requestAnimationFrame(() => {
      virtualizer.scrollToIndex(index, { align: 'center' })
      frame = window.requestAnimationFrame(() => setSettled(true))
    })
    return () => window.cancelAnimationFrame(frame)
  }, [isThere, index, virtualizer, scroller])
  return { index: isThere ? index : -1, isSettled }
}
