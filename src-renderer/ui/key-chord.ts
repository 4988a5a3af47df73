// Key chords as we write them ("Mod+Shift+K"), shown and announced as each platform does. Does not listen to keys.

export type Platform = 'apple' | 'other'

export function platformOf(userAgent: string): Platform {
  return /Mac|iPhone|iPad/.test(userAgent) ? 'apple' : 'other'
}

const appleCaps: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃', Escape: 'esc' }
const otherCaps: Readonly<Record<string, string>> = { Mod: 'Ctrl', Escape: 'Esc' }
const commonCaps: Readonly<Record<string, string>> = {
  Enter: '⏎',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
  Space: '␣',
}

const keysOf = (chord: string): string[] => chord.split('+').filter((key) => key !== '')

/** The caps to draw, in order: "Mod+K" is ⌘ K on a Mac and Ctrl K elsewhere. */
export function keyCaps(chord: string, platform: Platform): readonly string[] {
  const caps = platform === 'apple' ? appleCaps : otherCaps
  return keysOf(chord).map((key) => caps[key] ?? commonCaps[key] ?? key)
}

/** The value of aria-keyshortcuts: "Mod+K" is Meta+K on a Mac and Control+K elsewhere. */
export function ariaKeyShortcuts(chord: string, platform: Platform): string {
  const mod = platform === 'apple' ? 'Meta' : 'Control'
  return keysOf(chord)
    .map((key) => (key === 'Mod' ? mod : key === 'Ctrl' ? 'Control' : key))
    .join('+')
}

/** The platform this page runs on. */
export function thisPlatform(): Platform {
  return typeof navigator === 'undefined' ? 'other' : platformOf(navigator.userAgent)
}
