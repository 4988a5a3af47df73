import { describe, expect, it } from 'vitest'
import { parseWindowState } from './window-state.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const bounds = { x: 100, y: 100, width: 1200, height: 700 }

describe('the window remembers its place', () => {
  it('comes back where it was', () => {
    expect(parseWindowState({ bounds, maximized: true }, [screen])).toEqual({ bounds, maximized: true })
  })
  it('does not come back on a screen that was unplugged', () => {
    expect(parseWindowState({ bounds: { ...bounds, x: 2500 } }, [screen]).bounds).toBeUndefined()
  })
  it('is never smaller than the desk needs', () => {
    expect(parseWindowState({ bounds: { ...bounds, width: 10, height: 10 } }, [screen]).bounds).toMatchObject({
      width: 960,
      height: 600,
    })
    expect(parseWindowState({ bounds: { ...bounds, width: 500 } }, [screen]).bounds).toMatchObject({ width: 960 })
  })
  it.each([undefined, null, 'x', 7, [], {}, { bounds: { x: 'a' } }, { bounds: { ...bounds, width: 1.5 } }])(
    'takes %j for nothing',
    (stored) => {
      expect(parseWindowState(stored, [screen])).toEqual({ bounds: undefined, maximized: false })
    },
  )
})
