import { expect, it } from 'vitest'
import { limits } from '#protocol'
import { describePage } from './visited-page.ts'

it('tells where the visitor is without secrets, counters and half characters', () => {
  expect(
    describePage('https://me:secret@tea.example/cart?a=1#pay', '(3) Cart', 'https://search.example/?q=tea'),
  ).toEqual({
    url: 'https://tea.example/cart?a=1#pay',
    title: 'Cart',
    referrer: 'https://search.example/?q=tea',
  })
  const mail = 'https://tea.example/unsubscribe?who=a@b.example'
  expect(describePage(mail, '', '').url).toBe(mail)
})

it('[D9] is bounded', () => {
  const page = describePage(`https://tea.example/${'a'.repeat(5000)}`, '😀'.repeat(200), 'x')
  expect(page.url).toHaveLength(limits.maxUrlLength)
  expect(page.title).toHaveLength(limits.maxTitleLength)
  expect(describePage('https://a.example/', `x${'😀'.repeat(200)}`, '').title.isWellFormed()).toBe(true)
})
