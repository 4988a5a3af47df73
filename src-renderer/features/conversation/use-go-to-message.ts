// From an answer to the message that it answers, if that is loaded. The same function in each render: rows are not drawn anew for it.
import type { Offset } from '#protocol'
import type { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useRef } from 'react'
import type { TimelineItem } from './timeline.ts'

type Virtual = Pick<ReturnType<typeof useVirtualizer<HTMLDivElement, HTMLDivElement>>, 'scrollToIndex'>

export function useGoToMessage(virtualizer: Virtual, items: readonly TimelineItem[]): (message: Offset) => void {
  const latest = useRef(items)
  useLayoutEffect(() => {
    latest.current = items
  })
  return useCallback(
    (message) => {
      const index = latest.current.findIndex(
        (item) => (item.kind === 'message' || item.kind === 'recalled') && item.offset === message,
      )
      if (index >= 0) virtualizer.scrollToIndex(index, { align: 'center' })
    },
    [virtualizer],
  )
}
