import { describe, expect, it } from 'vitest'
import { initialsOf } from './initials.ts'
import { personHue, personHues } from './person-hue.ts'

describe('initials', () => {
  it.each([
    ['Amy Chen', 'AC'],
    ['amy', 'A'],
    ['Jean-Luc van der Berg', 'JB'],
    ['李雷', '雷'],
    ['欧阳娜娜', '娜'],
    ['前台客服小助手', '前'],
    ['Amy 李', 'A'],
    ['élodie Dupont', 'ÉD'],
    ['user@example.com', 'UC'],
    ['  ', '?'],
    ['🙂', '?'],
    ['🙂 Ann', 'A'],
    ['𠮷', '𠮷'],
    ['محمد علي', 'مع'],
    ['42', '4'],
  ])('[look] %s is %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  it('[look] the same name has the same hue everywhere, and names spread over the hues', () => {
    expect(personHue('李雷')).toBe(personHue('李雷'))
    const used = new Set(Array.from({ length: 300 }, (_, index) => personHue(`visitor ${index}`)))
    expect(used.size).toBe(personHues.length)
  })
})
