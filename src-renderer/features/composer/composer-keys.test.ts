import { describe, expect, it } from 'vitest'
import { meaningOf, type KeyPress } from './composer-keys.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 13,
  ...more,
})

describe('composer keys', () => {
  it('[look] Enter sends and Shift Enter breaks the line, or the other way round', () => {
    expect(meaningOf(press('Enter'), 'enter')).toBe('send')
    expect(meaningOf(press('Enter', { shiftKey: true }), 'enter')).toBe('type')
    expect(meaningOf(press('Enter'), 'mod-enter')).toBe('type')
    expect(meaningOf(press('Enter', { ctrlKey: true }), 'mod-enter')).toBe('send')
    expect(meaningOf(press('Enter', { metaKey: true }), 'enter')).toBe('send')
  })

  it('[look] the Enter and the Escape of an input method never send and never leave', () => {
    for (const sendKey of ['enter', 'mod-enter'] as const) {
      expect(meaningOf(press('Enter', { isComposing: true }), sendKey)).toBe('type')
      expect(meaningOf(press('Enter', { keyCode: 229 }), sendKey)).toBe('type')
      expect(meaningOf(press('Enter', { isComposing: true, ctrlKey: true }), sendKey)).toBe('type')
      expect(meaningOf(press('Escape', { isComposing: true }), sendKey)).toBe('type')
    }
  })

  it('[look] Escape leaves, everything else types', () => {
    expect(meaningOf(press('Escape', { keyCode: 27 }), 'enter')).toBe('leave')
    expect(meaningOf(press('ArrowUp', { keyCode: 38 }), 'enter')).toBe('up')
    expect(meaningOf(press('ArrowUp', { keyCode: 38, shiftKey: true }), 'enter')).toBe('type')
    expect(meaningOf(press('ArrowUp', { keyCode: 38, isComposing: true }), 'enter')).toBe('type')
    expect(meaningOf(press('a', { keyCode: 65 }), 'enter')).toBe('type')
  })
})
