import { expect, it } from 'vitest'
import { initialsOf, personHue } from './initials.ts'

it('shortens names as the desk does', () => {
  const expected = {
    'Amy Chen': 'AC',
    amy: 'A',
    李雷: '雷',
    欧阳娜娜: '娜',
    'Amy 李': 'A',
    '': '?',
    '☕': '?',
    'José Ángel': 'JÁ',
  }
  for (const [name, initials] of Object.entries(expected)) expect(initialsOf(name), name).toBe(initials)
})

it('gives a name one hue for good', () => {
  expect([personHue('Amy Chen'), personHue('李雷')]).toEqual([personHue('Amy Chen'), personHue('李雷')])
  expect(new Set(['Amy', 'Li', 'Bo', 'Max', 'Eva'].map(personHue)).size).toBeGreaterThan(2)
})
