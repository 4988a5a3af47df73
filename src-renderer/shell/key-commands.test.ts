import { describe, expect, it } from 'vitest'
import { commandOf, type KeyPress } from './key-commands.ts'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})
const free = { isTyping: false, singleKeys: true }

describe('desk keys', () => {
  it('[look] letters act only while nothing is being typed', () => {
    expect(commandOf(press('a'), free)).toBe('take')
    expect(commandOf(press('A'), free)).toBe('take')
    expect(commandOf(press('a'), { ...free, isTyping: true })).toBeUndefined()
    expect(commandOf(press(','), free)).toBeUndefined()
    expect(commandOf(press(',', { ctrlKey: true }), { ...free, isTyping: true })).toBe('settings')
    expect(commandOf(press('j', { metaKey: true }), { ...free, isTyping: true })).toBe('accept')
    expect(commandOf(press('d'), { ...free, isTyping: true })).toBeUndefined()
  })

  it('[look] the browser keeps its own chords', () => {
    expect(commandOf(press('t', { ctrlKey: true }), free)).toBeUndefined()
    expect(commandOf(press('a', { metaKey: true }), free)).toBeUndefined()
    expect(commandOf(press('e', { altKey: true }), free)).toBeUndefined()
  })

  it('[look] letters can be switched off, the help stays', () => {
    expect(commandOf(press('j'), { ...free, singleKeys: false })).toBeUndefined()
    expect(commandOf(press('?'), { ...free, singleKeys: false })).toBe('help')
  })

  it('[look] the key counts, not the script of the keyboard', () => {
    expect(commandOf(press('о', { code: 'KeyJ' }), free)).toBe('next')
    expect(commandOf(press('Process', { code: 'KeyK' }), free)).toBe('previous')
  })
})
