import { describe, expect, it } from 'vitest'
import { blanksOf, fillIn, openBlanks, textOf, type ReplyFacts } from './reply-variables.ts'

const facts = (change: Partial<ReplyFacts> = {}): ReplyFacts => ({
  visitor: { name: '李雷', tags: ['vip', 'order:A-77', 'size:XL'] },
  page: { url: 'https://shop.example/cart?order=5', title: 'Your  cart', referrer: '' },
  agentName: 'Amy',
  date: '23 November 2026',
  ...change,
})
const filled = (text: string, change: Partial<ReplyFacts> = {}): string => textOf(fillIn(text, facts(change)))

describe('variables in quick replies', () => {
  it('are what the visitor, the page and the agent really give', () => {
    expect(filled('Hello {{visitor.name}}, this is {{ agent.name }}. Order {{order}}, {{page.title}}, {{date}}.')).toBe(
      'Hello 李雷, this is Amy. Order A-77, Your cart, 23 November 2026.',
    )
    expect(filled('{{访客姓名}}您好，订单号 {{订单号}}，尺码 {{tag.size}}')).toBe('李雷您好，订单号 A-77，尺码 XL')
  })

  it('an order comes from a tag, else from the address of the page', () => {
    expect(filled('{{order}}', { visitor: { name: '', tags: [] } })).toBe('5')
    expect(filled('{{order}}', { visitor: { name: '', tags: ['订单:88'] } })).toBe('88')
    const page = { url: 'not an address', title: '', referrer: '' }
    expect(blanksOf(fillIn('{{order}}', facts({ visitor: { name: '', tags: [] }, page })))).toEqual(['{{order}}'])
  })

  it('what is missing is a blank, named once, until it was filled in', () => {
    const parts = fillIn(
      'Dear {{visitor.name}}, {{ tracking number }} and {{visitor.name}}',
      facts({ visitor: { name: ' ', tags: [] } }),
    )
    expect(blanksOf(parts)).toEqual(['{{visitor.name}}', '{{tracking number}}'])
    const text = textOf(parts)
    expect(openBlanks(text, blanksOf(parts))).toHaveLength(2)
    expect(openBlanks(text.replaceAll('{{visitor.name}}', 'Li'), blanksOf(parts))).toEqual(['{{tracking number}}'])
  })

  it('what somebody typed in braces themselves is nobody’s business', () => {
    expect(openBlanks('Use {{name}} in your template', [])).toEqual([])
  })

  it('a name is taken for a name, whatever it contains, and in one line', () => {
    const name = '{{agent.name}}\n$& <b>'
    expect(filled('Hi {{visitor.name}}', { visitor: { name, tags: [] } })).toBe('Hi {{agent.name}} $& <b>')
    expect(blanksOf(fillIn('Hi {{visitor.name}}', facts({ visitor: { name, tags: [] } })))).toEqual([])
  })

  it('braces that hold no name stay as they are', () => {
    for (const text of ['{{}}', '{{ }}', '{{a\nb}}', '{{{a}', '}}{{', `{{${'x'.repeat(61)}}}`])
      expect(filled(text)).toBe(text)
  })
})
