// Who a visitor is to the desk: a name or none, a browser, tags, and the page of the shop they are on.
import type { VisitorPage, VisitorProfile } from '../protocol/index.ts'
import { languageOf, type Speech } from './talk/all-scenarios.ts'
import type { Dice } from './talk/dice.ts'
import type { Language, Topic } from './talk/scenario.ts'
import { shopGoods, shopName, shopUrl } from './talk/shop-goods.ts'
import { visitorName } from './visitor-names.ts'

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0'
const userAgents = [
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`,
  `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${chrome} Safari/537.36`,
  `Mozilla/5.0 (Linux; Android 15; Pixel 9) ${chrome} Mobile Safari/537.36`,
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/141.0.0.0`,
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
]
const locales: Readonly<Record<Speech, readonly string[]>> = {
  zh: ['zh-CN', 'zh-CN', 'zh-CN', 'zh-CN', 'zh-TW', 'zh-HK'],
  en: ['en-GB', 'en-US', 'en-US', 'en', 'de-DE', 'fr-FR', 'sv-SE'],
  mixed: ['zh-CN', 'en-US', 'en-GB'],
}
const referrers = ['', '', '', 'https://www.baidu.com/', 'https://www.google.com/', 'https://www.bing.com/']
const tags: Readonly<Record<Language, readonly string[]>> = {
  zh: ['老客户', 'VIP', '会员', '礼品'],
  en: ['regular', 'VIP', 'newsletter', 'gift'],
}

const pageTitles = {
  home: { zh: '首页', en: 'Home', path: '/' },
  cart: { zh: '购物车', en: 'Basket', path: '/cart' },
  orders: { zh: '我的订单', en: 'My orders', path: '/account/orders' },
  wholesale: { zh: '团购与批发', en: 'Wholesale', path: '/wholesale' },
  shipping: { zh: '配送说明', en: 'Shipping', path: '/help/shipping' },
  brewing: { zh: '冲泡指南', en: 'Brewing guide', path: '/guide/brewing' },
} as const
type PageName = keyof typeof pageTitles

const pagesByTopic: Partial<Record<Topic, readonly PageName[]>> = {
  delivery: ['orders', 'shipping'],
  refund: ['orders'],
  invoice: ['orders'],
  address: ['orders'],
  'wrong-item': ['orders'],
  damage: ['orders'],
  complaint: ['orders', 'home'],
  payment: ['cart'],
  coupon: ['cart', 'home'],
  wholesale: ['wholesale'],
  brewing: ['brewing'],
}

/** The page somebody is likely to be on who asks about this. */
export const pageFor = (topic: Topic | undefined, language: Language, dice: Dice): VisitorPage => {
  const names = topic && pagesByTopic[topic]
  const page = names && dice.chance(0.7) ? pageTitles[dice.pick(names)] : undefined
  const goods = dice.pick(shopGoods)
  const title = page ? page[language] : goods[language]
  const path = page ? page.path : `/${goods.kind}/${goods.path}`
  return { url: shopUrl + path, title: `${title} · ${shopName[language]}`, referrer: dice.pick(referrers) }
}

export const newVisitorProfile = (speech: Speech, topic: Topic, dice: Dice): Omit<VisitorProfile, 'id'> => {
  const language = languageOf(speech)
  const own = dice.chance(0.18) ? [dice.pick(tags[language])] : []
  const isDealer = topic === 'wholesale' && dice.chance(0.7)
  return {
    name: visitorName(language, dice),
    locale: dice.pick(locales[speech]),
    userAgent: dice.pick(userAgents),
    tags: isDealer ? [language === 'zh' ? '批发' : 'wholesale', ...own] : own,
    page: pageFor(topic, language, dice),
  }
}
