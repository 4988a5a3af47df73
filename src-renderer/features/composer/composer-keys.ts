// What a key means in the composer. IME first: the Enter that picks a Chinese word must never send half a sentence.
import type { Preferences } from '../../stores/preferences-store.ts'

export type KeyPress = {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** The input method is composing. */
  readonly isComposing: boolean
  /** 229 while an input method handles the key: Safari ends the composition just before it reports its last Enter. */
  readonly keyCode: number
}

/** `up`: in an empty field back to what was said last. `type`: the browser does with it what it always does, a line break included. */
export type KeyMeaning = 'send' | 'leave' | 'up' | 'type'

export function meaningOf(press: KeyPress, sendKey: Preferences['sendKey']): KeyMeaning {
  if (press.isComposing || press.keyCode === 229) return 'type'
  const isPlain = !press.shiftKey && !press.altKey && !press.ctrlKey && !press.metaKey
  if (press.key === 'Escape' && isPlain) return 'leave'
  if (press.key === 'ArrowUp' && isPlain) return 'up'
  if (press.key !== 'Enter' || press.shiftKey || press.altKey) return 'type'
  // Ctrl or Cmd with Enter always sends, whichever way the setting stands.
  return press.ctrlKey || press.metaKey || sendKey === 'enter' ? 'send' : 'type'
}
