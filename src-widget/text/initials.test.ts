import { expect, it } from 'vitest'
import { initialOf, personHue } from './initials.ts'

it('takes the first letter of any script, of a short Chinese name the last', () => {
  const expected = {
    'Amy Chen': 'A',
    amy: 'A',
    李雷: '雷',
    韩梅梅: '梅',
    欧阳娜娜: '娜',
    前台客服小助手: '前',
    '': '?',
    '☕ tea': 'T',
    José: 'J',
    𠮷野: '野',
    𠮷: '𠮷',
    محمد: 'م',
  }
  for (const [name, initial] of Object.entries(expected)) expect(initialOf(name), name).toBe(initial)
})

it('gives a name one hue for good, the one colleagues know it by', () => {
  expect(['Amy Chen', '李雷', '韩梅梅', 'Noor de Vries', '𠮷野'].map(personHue)).toEqual([18, 95, 235, 270, 270])
  expect([personHue('Amy Chen'), personHue('李雷')]).toEqual([personHue('Amy Chen'), personHue('李雷')])
  expect(new Set(['Amy', 'Li', 'Bo', 'Max', 'Eva'].map(personHue)).size).toBeGreaterThan(2)
})
