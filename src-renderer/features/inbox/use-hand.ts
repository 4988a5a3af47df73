// Whether a hand is in a list: the pointer over it, or the keyboard in it, in a window that has the focus.
import { useEffect, useMemo, useState, type FocusEvent } from 'react'

export type HandProps = {
  readonly onPointerMove: () => void
  readonly onPointerLeave: () => void
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
}

export function useHand(): { readonly isIn: boolean; readonly props: HandProps } {
  const [pointer, setPointer] = useState(false)
  const [keyboard, setKeyboard] = useState(false)
  useEffect(() => {
    // Somebody who works in another window has no hand here, wherever the pointer was left.
    const leave = (): void => {
      setPointer(false)
      setKeyboard(false)
    }
    window.addEventListener('blur', leave)
    return () => window.removeEventListener('blur', leave)
  }, [])
  const props = useMemo<HandProps>(
    () => ({
      onPointerMove: () => setPointer(true),
      onPointerLeave: () => setPointer(false),
      onFocus: () => setKeyboard(true),
      onBlur: (event) => setKeyboard(event.currentTarget.contains(event.relatedTarget)),
    }),
    [],
  )
  return { isIn: pointer || keyboard, props }
}
