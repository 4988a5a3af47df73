// What one conversation is about: its order, its goods, its dates and sums, the same from the first line to the last.
import { factPools } from './fact-pools.ts'
import type { Dice } from './dice.ts'
import type { Language } from './scenario.ts'
import { mildTeas, teas, wares, yuanPerDollar } from './shop-goods.ts'

/** Every slot a template may name. */
export const factNames = [
  'order',
  'tea',
  'tea2',
  /** Mild enough for a weak stomach. */
  'mild',
  'ware',
  'city',
  'city2',
  'street',
  'name',
  'phone',
  'date',
  'arrival',
  'sum',
  'price',
  'small',
  'budget',
  'unit',
  'courier',
  'tracking',
  'company',
  'email',
  'quantity',
  'days',
  'code',
  'percent',
] as const
export type FactName = (typeof factNames)[number]
export type Facts = Readonly<Record<FactName, string>>

/** Filled in only when it is said, because a conversation changes hands: the speaking agent, and the next one. */
export const lateSlots = ['agent', 'colleague'] as const

const DAY_MS = 86_400_000
const months = 'January February March April May June July August September October November December'.split(' ')

/** `atMs` counts on the shop's own calendar. */
const dateOf = (atMs: number, language: Language): string => {
  const at = new Date(atMs)
  const day = at.getUTCDate()
  return language === 'zh' ? `${at.getUTCMonth() + 1}月${day}日` : `${months[at.getUTCMonth()]} ${day}`
}

const digits = (dice: Dice, count: number): string =>
  Array.from({ length: count }, () => String(dice.whole(0, 9))).join('')

const orderNumber = (orderedAtMs: number, dice: Dice): string => {
  const day = new Date(orderedAtMs).toISOString().slice(2, 10).replaceAll('-', '')
  return `SL${day}${digits(dice, 4)}`
}

const moneyOf = (yuan: number, language: Language): string => {
  if (language === 'zh') return `${yuan}元`
  const dollars = yuan / yuanPerDollar
  return dollars >= 20 ? `$${Math.round(dollars)}` : `$${dollars.toFixed(2)}`
}

/** @param localMs when it is said, on the shop's own calendar */
export const createFacts = (language: Language, localMs: number, dice: Dice): Facts => {
  const pools = factPools[language]
  const orderedAtMs = localMs - dice.whole(1, 9) * DAY_MS
  const [tea, ware] = [dice.pick(teas), dice.pick(wares)]
  const tea2 = dice.pick(teas.filter((other) => other !== tea))
  const courier = dice.pick(pools.couriers)
  const city = dice.pick(pools.cities)
  return {
    order: orderNumber(orderedAtMs, dice),
    tea: tea[language],
    tea2: tea2[language],
    mild: dice.pick(mildTeas)[language],
    ware: ware[language],
    city,
    city2: dice.pick(pools.cities.filter((other) => other !== city)),
    street: dice.pick(pools.streets).replace('#', String(dice.whole(3, 288))),
    name: dice.pick(pools.names),
    phone: language === 'zh' ? `1${dice.whole(30, 89)}****${digits(dice, 4)}` : `***-${digits(dice, 4)}`,
    date: dateOf(orderedAtMs, language),
    arrival: dateOf(localMs + dice.whole(1, 4) * DAY_MS, language),
    sum: moneyOf(tea.yuan + (dice.chance(0.4) ? ware.yuan : 0), language),
    price: moneyOf(ware.yuan, language),
    budget: dice.pick(pools.budgets),
    small: moneyOf(dice.pick([10, 15, 20, 30, 50]), language),
    unit: moneyOf(tea.yuan, language),
    courier: courier.name,
    tracking: courier.prefix + digits(dice, 11),
    company: dice.pick(pools.companies),
    email: dice.pick(pools.mails).replace('#', String(dice.whole(11, 998))),
    quantity: String(dice.pick([20, 30, 50, 60, 80, 100, 120, 150, 200, 300])),
    days: String(dice.whole(2, 6)),
    code: dice.pick(pools.codes),
    percent: String(dice.pick([5, 8, 10, 12, 15])),
  }
}

const slot = /\{(\w+)\}/gu

/** Slots that are not among the facts stay: they are filled later. */
export const fillText = (template: string, facts: Readonly<Partial<Record<string, string>>>): string =>
  template.includes('{') ? template.replace(slot, (whole, name: string) => facts[name] ?? whole) : template
