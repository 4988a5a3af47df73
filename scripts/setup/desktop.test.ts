import { describe, expect, it } from 'vitest'
import { hasDisplay, onSomeScreen, sandboxArguments } from './desktop.mjs'

describe('the desktop of this machine', () => {
  it('is a display, which only Linux may lack', () => {
    expect(hasDisplay('linux', {})).toBe(false)
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true)
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(hasDisplay('darwin', {})).toBe(true)
  })

  it('is a virtual screen where there is none', () => {
    expect(onSomeScreen(['node', 'a'], true)).toEqual({ command: 'node', args: ['a'] })
    expect(onSomeScreen(['node', 'a'], false)).toMatchObject({
      command: 'xvfb-run',
      args: expect.arrayContaining(['node', 'a']),
    })
  })

  it('goes without the sandbox only as root on Linux', () => {
    expect(sandboxArguments('linux', 0)).toEqual(['--no-sandbox'])
    expect(sandboxArguments('linux', 1000)).toEqual([])
    expect(sandboxArguments('win32', undefined)).toEqual([])
  })
})
