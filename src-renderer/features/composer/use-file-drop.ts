// Files dropped anywhere on the window go to the open conversation; a near miss must not navigate away from the desk.
import { useEffect, useEffectEvent, useState } from 'react'

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** @returns whether files are being dragged over the window */
export function useFileDrop(onDrop: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const dropped = useEffectEvent(onDrop)
  useEffect(() => {
    // Enter and leave come for every element on the way; only their balance says whether the pointer is outside.
    let depth = 0
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      depth += 1
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      depth -= 1
      if (depth <= 0) setOver(false)
    }
    const over = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      dropped([...(event.dataTransfer?.files ?? [])])
    }
    const heard = { dragenter: enter, dragleave: leave, dragover: over, drop } as const
    for (const [name, listener] of Object.entries(heard)) window.addEventListener(name as 'drop', listener)
    return () => {
      for (const [name, listener] of Object.entries(heard)) window.removeEventListener(name as 'drop', listener)
    }
  }, [])
  return isOver
}
