import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linkParts } from './link-parts.ts'

const links = (text: string): (string | undefined)[] =>
  linkParts(text)
    .map(({ href }) => href)
    .filter(Boolean)

describe('links in a message', () => {
  it.each([
    ['see https://shop.example/cart?id=1.', ['https://shop.example/cart?id=1']],
    ['在这里https://shop.example/订单，谢谢', ['https://shop.example/%E8%AE%A2%E5%8D%95']],
    ['(https://en.wikipedia.org/wiki/Teal_(colour))', ['https://en.wikipedia.org/wiki/Teal_(colour)']],
    ['http://a.example and http://b.example', ['http://a.example/', 'http://b.example/']],
    ['javascript:alert(1) file:///etc/passwd mailto:a@b.c', []],
    ['https://', []],
    ['', []],
  ])('[look] %s', (text, expected) => {
    expect(links(text)).toEqual(expected)
  })

  it.each(['.', ')', '])', ').', '(', '_'])('[D10.1] stays quick however many of %s a stranger sends', (piece) => {
    for (const end of ['', 'x']) {
      const text = `http://a/${piece.repeat(300_000 / piece.length)}${end}`
      expect(
        linkParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }
  })

  it('[look] splitting loses and adds no character, and every link is http or https', () => {
    const pieces = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('https://a.b/', 'http://', ')', '。', ' ')),
    )
    fc.assert(
      fc.property(pieces, (some) => {
        const text = some.join('')
        const parts = linkParts(text)
        expect(parts.map((part) => part.text).join('')).toBe(text)
        expect(parts.every(({ href }) => href === undefined || /^https?:\/\//.test(href))).toBe(true)
      }),
    )
  })
})
