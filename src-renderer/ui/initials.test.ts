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
    ['42', '42'],
    ['Visitor 5421', '21'],
    ['访客 5421', '21'],
    ['Visitor 3', '3'],
    ['Room 101 B', 'RB'],
  ])('[look] %s is %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })

  it('[look] the same name has the same hue everywhere, in the widget too, and names spread over the hues', () => {
    expect(['Amy Chen', '李雷', '韩梅梅', 'Noor de Vries', '𠮷野'].map(personHue)).toEqual([18, 95, 235, 270, 270])
    const used = new Set(Array.from({ length: 300 }, (_, index) => personHue(`visitor ${index}`)))
    expect(used.size).toBe(personHues.length)
  })
})
