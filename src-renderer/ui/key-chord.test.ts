import { describe, expect, it } from 'vitest'
import { ariaKeyShortcuts, keyCaps, platformOf } from './key-chord.ts'

describe('key chords', () => {
  it('[look] are drawn as the platform draws them', () => {
    expect(keyCaps('Mod+Shift+K', 'apple')).toEqual(['⌘', '⇧', 'K'])
    expect(keyCaps('Mod+Enter', 'other')).toEqual(['Ctrl', '⏎'])
    expect(keyCaps('Escape', 'other')).toEqual(['Esc'])
  })

  it('[look] are announced in the words of aria-keyshortcuts', () => {
    expect(ariaKeyShortcuts('Mod+K', 'apple')).toBe('Meta+K')
    expect(ariaKeyShortcuts('Mod+Shift+Enter', 'other')).toBe('Control+Shift+Enter')
  })

  it('[look] know a Mac by its user agent', () => {
    expect(platformOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('apple')
    expect(platformOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('other')
  })
})
