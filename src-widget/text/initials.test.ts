import { expect, it } from 'vitest'
import { initialOf, personHue } from './initials.ts'

it('takes the first letter of any script', () => {
  const expected = { 'Amy Chen': 'A', amy: 'A', 李雷: '李', '': '?', '☕ tea': 'T', José: 'J', 𠮷野: '𠮷', محمد: 'م' }
  for (const [name, initial] of Object.entries(expected)) expect(initialOf(name), name).toBe(initial)
})

it('gives a name one hue for good', () => {
  expect([personHue('Amy Chen'), personHue('李雷')]).toEqual([personHue('Amy Chen'), personHue('李雷')])
  expect(new Set(['Amy', 'Li', 'Bo', 'Max', 'Eva'].map(personHue)).size).toBeGreaterThan(2)
})
