import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkify } from './linkify.ts'

/** Half pairs and control characters, too. */
const anySign = fc.nat(0xff_ff).map((code) => String.fromCharCode(code))

const links = (text: string): readonly string[] => linkify(text).flatMap(({ href }) => href ?? [])

describe('linkify', () => {
  it('links http, https, mailto, www and plain addresses', () => {
    expect(links('see https://tea.example/a?b=1#c and http://x.example')).toEqual([
      'https://tea.example/a?b=1#c',
      'http://x.example/',
    ])
    expect(links('write to hello@tea.example or mailto:a@b.example')).toEqual([
      'mailto:hello@tea.example',
      'mailto:a@b.example',
    ])
    expect(links('www.tea.example')).toEqual(['https://www.tea.example/'])
  })

  it('leaves every other scheme as text', () => {
    const nasty = 'javascript:alert(1) data:text/html,x file:///etc/passwd vbscript:x JAVASCRIPT://%0aalert(1) blob:x'
    expect(links(nasty)).toEqual([])
    expect(linkify(nasty)).toEqual([{ text: nasty, href: undefined }])
  })

  it('stops before punctuation of either language', () => {
    expect(links('请看https://tea.example/cart。谢谢')).toEqual(['https://tea.example/cart'])
    expect(links('(https://tea.example/a), https://tea.example/b_(c).')).toEqual([
      'https://tea.example/a',
      'https://tea.example/b_(c)',
    ])
    expect(links('订单在https://tea.example/o/1\uff0c麻烦看下')).toEqual(['https://tea.example/o/1'])
  })

  it('stays quick on whatever an attacker sends', () => {
    for (const hard of ['a', '.', ')', 'www.', 'a@', 'https://', 'a@b.', '(', 'https://).'])
      expect(linkify(hard.repeat(10_000 / hard.length)).length).toBeGreaterThan(0)
    for (const hard of ['.', ')', '_']) expect(linkify(`https://a/${hard.repeat(300_000)}x`).length).toBeGreaterThan(0)
  })

  it('never loses or changes a character of any text', () => {
    const text = fc.array(
      fc.oneof(
        fc.string({ unit: anySign, maxLength: 12 }),
        fc.constantFrom('https://', 'www.', 'a@b.co', ')', '[', 'mailto:', '://'),
      ),
    )
    fc.assert(
      fc.property(text, (pieces) => {
        const whole = pieces.join('')
        expect(
          linkify(whole)
            .map((part) => part.text)
            .join(''),
        ).toBe(whole)
        for (const href of links(whole)) expect(href).toMatch(/^(https?:\/\/|mailto:)/)
      }),
    )
  })
})
