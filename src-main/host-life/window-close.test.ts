import { describe, expect, it } from 'vitest'
import { showsTray } from './tray-presence.ts'
import { onWindowClose } from './window-close.ts'

it.each([
  ['a host with a tray hides', { isQuitting: false, role: 'host', hasTray: true }, 'hide'],
  ['a host without one asks', { isQuitting: false, role: 'host', hasTray: false }, 'ask'],
  ['a host that quits closes', { isQuitting: true, role: 'host', hasTray: false }, 'close'],
  ['who joined closes', { isQuitting: false, role: 'join', hasTray: true }, 'close'],
  ['who has not chosen closes', { isQuitting: false, role: 'none', hasTray: true }, 'close'],
] as const)('the close button: %s', (_, state, outcome) => {
  expect(onWindowClose(state)).toBe(outcome)
})

describe('a tray icon shows', () => {
  it('on Windows and macOS without asking', async () => {
    const never = () => Promise.reject(new Error('asked'))
    expect([await showsTray('win32', never), await showsTray('darwin', never)]).toEqual([true, true])
  })
  it.each([
    ['(<true>,)\n', true],
    ['(<false>,)\n', false],
    ['', false],
  ])('on Linux where a desktop has announced it: %j', async (answer, isShown) => {
    const asked: string[] = []
    const shown = await showsTray('linux', (command) => {
      asked.push(command)
      return Promise.resolve(answer)
    })
    expect([shown, asked]).toEqual([isShown, ['gdbus']])
  })
  it('nowhere on a Linux that cannot tell', async () => {
    expect(await showsTray('linux', () => Promise.reject(new Error('no such command')))).toBe(false)
  })
})
