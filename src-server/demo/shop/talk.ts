// One visit's talk: a script with its choices made and its slots filled.
import type { Dice } from '../dice.ts'
import { cities, couriers, products, type Product } from './goods.ts'
import { englishScripts } from './scripts-en.ts'
import { chineseScripts } from './scripts-zh.ts'
import type { Script, Topic } from './script.ts'

export type Turn = { readonly who: 'visitor' | 'agent'; readonly text: string; readonly hasPhoto: boolean }
export type Talk = {
  readonly topic: Topic
  readonly language: 'zh' | 'en'
  readonly product: Product
  readonly turns: readonly Turn[]
}

const scripts = { zh: chineseScripts, en: englishScripts } as const
const weekdays = {
  zh: ['一', '二', '三', '四', '五', '六'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const
const companies = {
  zh: ['清源科技有限公司', '一叶文化传播有限公司', '远山设计事务所'],
  en: ['Harbour & Lane Ltd', 'Northlight Studio', 'Fieldnote GmbH'],
} as const
const chineseDays = ['一', '两', '三', '四', '五'] as const
const DISCOUNT_FROM_PRICE = 100

const teaPaths = products.filter(({ path }) => path.startsWith('/tea/'))
const warePaths = products.filter(({ path }) => path.startsWith('/teaware/'))

/** Leaves do not crack and pots are not steeped. */
const goodsFor: Partial<Record<Topic, readonly Product[]>> = {
  teaware: warePaths,
  damaged: warePaths,
  brewing: teaPaths,
}

const slotsOf = (dice: Dice, { language, topic }: Script, agent: string) => {
  const product = dice.pick(goodsFor[topic] ?? products)
  const other = dice.pick(products.filter((candidate) => candidate !== product))
  const digits = (count: number): string => Array.from({ length: count }, () => dice.between(0, 9)).join('')
  const days = dice.between(2, 5)
  const slots: Readonly<Record<string, string>> = {
    agent: language === 'zh' ? agent.replace(/\s+\w+$/u, '') : agent.replace(/^\p{Script=Han}+\s+/u, ''),
    tea: product[language],
    tea2: other[language],
    order: `T${digits(8)}`,
    order2: `T${digits(8)}`,
    tracking: `${dice.pick(['SF', 'YT', 'JD', 'EA', 'LX'])}${digits(11)}`,
    city: dice.pick<string>(cities[language]),
    courier: dice.pick<string>(couriers[language]),
    company: dice.pick<string>(companies[language]),
    weekday: dice.pick<string>(weekdays[language]),
    days: language === 'zh' ? (chineseDays[days - 1] ?? '三') : String(days),
    amount: String(
      language === 'zh' ? product.price : Math.round(product.price / (product.price > DISCOUNT_FROM_PRICE ? 7 : 6)),
    ),
    fee: String(dice.between(6, 18)),
    count: String(dice.between(2, 60) * 5),
    temp: String(dice.pick([75, 80, 85, 90, 95])),
  }
  return { product, slots }
}

const fill = (text: string, slots: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const value = slots[name]
    if (value === undefined) throw new Error(`no slot ${name} in the demo`)
    return value
  })

const OPTIONAL_LINE_CHANCE = 0.5

export const makeTalk = (dice: Dice, language: 'zh' | 'en', agentName: string): Talk => {
  const script = dice.weighted(scripts[language], ({ weight }) => weight)
  const { product, slots } = slotsOf(dice, script, agentName)
  const turns: Turn[] = []
  for (const [who, ...texts] of script.lines) {
    if (who.endsWith('?') && !dice.chance(OPTIONAL_LINE_CHANCE)) continue
    turns.push({
      who: who.startsWith('v') ? 'visitor' : 'agent',
      text: fill(dice.pick(texts), slots),
      hasPhoto: who.endsWith('photo'),
    })
  }
  return { topic: script.topic, language, product, turns }
}
