// The people of the scripted desk: a small shop for coffee gear, colleagues and visitors in both languages.
import type { AgentState, VisitorProfile } from '#protocol'
import { sampleAgent, sampleVisitor } from './sample.ts'

export const colleagues: readonly AgentState[] = [
  sampleAgent({ id: 1, name: '林晓', role: 'owner', status: 'online' }),
  sampleAgent({ id: 2, name: '李伟', status: 'online', capacity: 6 }),
  sampleAgent({ id: 3, name: 'Amy Chen', role: 'admin', status: 'busy' }),
  sampleAgent({ id: 4, name: 'Marta Kowalska', status: 'away' }),
  sampleAgent({ id: 5, name: 'Tom Okafor', status: 'online', connected: false }),
  sampleAgent({ id: 6, name: '赵敏', status: 'online', active: false, connected: false }),
]

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36'
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1'
const weChat =
  'Mozilla/5.0 (Linux; Android 14; Mate 60) AppleWebKit/537.36 Chrome/120.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49'

const shop = 'https://shop.example.com'
const page = (path: string, title: string, referrer = '') => ({
  url: `${shop}${path}`,
  title,
  referrer,
  zone: referrer === '' ? 'Asia/Kathmandu' : 'America/New_York',
})

export const visitors = {
  liLei: sampleVisitor({
    id: 2001,
    name: '李雷',
    locale: 'zh-CN',
    userAgent: chrome,
    tags: ['VIP', '退款'],
    page: page('/cart', '购物车', 'https://www.baidu.com/'),
  }),
  amy: sampleVisitor({
    id: 2002,
    name: 'Amy Johnson',
    locale: 'en-GB',
    userAgent: phone,
    tags: ['wholesale'],
    page: page('/products/hand-grinder', 'Hand grinder “Kobold”', 'https://www.google.com/'),
  }),
  unknown: sampleVisitor({ id: 2003, locale: 'zh-CN', userAgent: weChat, page: page('/help/shipping', '配送说明') }),
  han: sampleVisitor({
    id: 2004,
    name: '韩梅梅',
    locale: 'zh-CN',
    userAgent: weChat,
    tags: ['退款'],
    page: page('/orders/88231', '订单 88231'),
  }),
  omar: sampleVisitor({ id: 2005, name: 'Omar Haddad', locale: 'en', userAgent: chrome, page: page('/', 'Home') }),
  sofia: sampleVisitor({
    id: 2006,
    name: 'Sofía Martínez',
    locale: 'es',
    userAgent: phone,
    tags: ['wholesale', 'invoice'],
    page: page('/wholesale', 'Wholesale'),
  }),
  wang: sampleVisitor({
    id: 2007,
    name: '王建国',
    locale: 'zh-CN',
    userAgent: chrome,
    page: page('/products/kettle', '细口壶'),
  }),
  jonas: sampleVisitor({
    id: 2008,
    name: 'Jonas Weber',
    locale: 'de',
    userAgent: chrome,
    page: page('/help/returns', 'Returns'),
  }),
  long: sampleVisitor({
    id: 2009,
    name: `Maximilian-Alexander von und zu Hohenlohe-Schillingsfürst-Waldenburg 马克西米利安·亚历山大 ${'عبد الرحمن بن محمد '.repeat(12)}${'Z̸͔͑a̵͙͋l̷̰̈́g̶̫͐o̶͉͝ '.repeat(20)}`,
    locale: 'de-CH-1996',
    userAgent: chrome,
    tags: [
      'a-tag-that-somebody-made-far-too-long-to-fit',
      '一个特别特别特别特别特别长的业务标签',
      'VIP',
      'refund',
      'invoice',
      'B2B',
    ],
    page: page(
      `/collections/${'very-long-path-'.repeat(10)}?utm_source=newsletter&utm_campaign=${'x'.repeat(60)}`,
      'A page whose title goes on and on because a search engine is said to like it that way, season after season',
      `https://news.example.org/${'archive/'.repeat(12)}`,
    ),
  }),
} as const satisfies Record<string, VisitorProfile>
