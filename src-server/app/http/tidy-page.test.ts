import { expect, it } from 'vitest'
import { tidyPage } from './tidy-page.ts'

it.each([
  ['https://shop.example/cart?session=secret&mail=a%40b#pay', 'https://shop.example/cart'],
  ['https://li:geheim@shop.example/cart', 'https://shop.example/cart'],
  ['https://shop.example/#/orders/7?token=secret', 'https://shop.example/#/orders/7'],
  ['https://shop.example/#access_token=secret', 'https://shop.example/'],
  ['https://店.example/茶/壶', 'https://xn--vir.example/%E8%8C%B6/%E5%A3%B6'],
  ['HTTP://shop.example:8080', 'http://shop.example:8080/'],
  ['javascript:alert(1)', ''],
  ['data:text/html,x', ''],
  ['file:///etc/passwd', ''],
  ['https://', ''],
  ['/cart', ''],
  ['\ud800', ''],
])('[D4.12] of the address %j, %j is kept', (url, kept) => {
  const expected = kept.replace('xn--vir', new URL('https://店.example').hostname.split('.')[0] ?? '')
  expect(tidyPage({ url, title: '', referrer: url })).toEqual({ url: expected, title: '', referrer: expected })
})

it.each([
  ['Asia/Shanghai', 'Asia/Shanghai'],
  [' America/Argentina/Buenos_Aires ', 'America/Argentina/Buenos_Aires'],
  ['Etc/GMT+8', 'Etc/GMT+8'],
  [null, undefined],
  [undefined, undefined],
  ['', undefined],
  ['<b>x</b>', undefined],
  ['\ud800', undefined],
  ['A'.repeat(65), undefined],
])('[D4.12] of the time zone %j, %j is kept', (zone, kept) => {
  expect(tidyPage({ url: '', title: '', referrer: '', zone }).zone).toBe(kept)
})
