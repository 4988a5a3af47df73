import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { cleanFileName } from './file-name.ts'

describe('file names', () => {
  it.each([
    ['发票 2024年.pdf', '发票 2024年.pdf'],
    ['C:\\Users\\anna\\Bild 1.png', 'Bild 1.png'],
    ['../../etc/passwd', 'passwd'],
    ['photo\u202Egpj.exe', 'photogpj.exe'],
    ['a\r\nSet-Cookie: x=1.txt', 'aSet-Cookie_ x=1.txt'],
    ['con.txt', '_con.txt'],
    ['..hidden..', 'hidden'],
    ['what?*".txt', 'what___.txt'],
    ['\uD83D.txt', '\uFFFD.txt'],
    ['', 'file'],
    ['///', 'file'],
    [' . ', 'file'],
  ])('cleans %j', (given, expected) => {
    expect(cleanFileName(given)).toBe(expected)
  })

  it('keeps the extension of a long name and never half a character', () => {
    const name = cleanFileName(`${'🍵'.repeat(200)}.jpeg`)
    expect(name.length).toBeLessThanOrEqual(limits.maxFileNameLength)
    expect(name).toMatch(/🍵\.jpeg$/u)
    expect(name.isWellFormed()).toBe(true)
  })

  it('[D9] whatever is given: a bounded, well-formed, visible name without a path, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = cleanFileName(given)
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(limits.maxFileNameLength)
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u)
        expect(name).not.toMatch(/^\./u)
        expect(cleanFileName(name)).toBe(name)
      }),
    )
  })
})
