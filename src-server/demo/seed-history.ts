// Two years of a tea shop: people come, are answered, and go. Everything happens in the order of time, as it would have.
import { NO_CONVERSATION, type VisitorId } from '../protocol/index.ts'
import type { Dice } from './dice.ts'
import type { HistoryWriter } from './history-writer.ts'
import { shopDays, visitTime, type ShopDay } from './shop/calendar.ts'
import { referrers, userAgents, visitorNames } from './shop/goods.ts'
import type { TakePhoto } from './shop/photos.ts'
import { makeTalk, type Talk } from './shop/talk.ts'
import { planVisit } from './shop/visit-plan.ts'
import { createTeller, speaks, type Act, type SeedStaff, type Visit } from './tell-moment.ts'

export type SeedSize = { readonly conversations: number; readonly years: number }
/** About 100,000 journal entries. */
export const fullSize: SeedSize = { conversations: 11_000, years: 2 }

const CHINESE_SHARE = 0.64
const NAMED_SHARE = 0.45
const TAGGED_SHARE = 0.12
const RETURNING_SHARE = 0.35
const SHOP_ORIGIN = 'https://tea.example'
/** Visits under way when the desk opens. */
const FRESH_VISITS = 9
const FRESH_WITHIN_MS = 20 * 60_000
const ON_DUTY_MS = 48 * 3_600_000

export type SeedParts = {
  readonly writer: HistoryWriter
  readonly dice: Dice
  readonly staff: readonly SeedStaff[]
  readonly takePhoto: TakePhoto
  readonly now: Date
  readonly size: SeedSize
}

const visitorOf = ({ writer, dice }: SeedParts, { language, product }: Talk): VisitorId =>
  writer.newVisitor({
    name: dice.chance(NAMED_SHARE) ? dice.pick<string>(visitorNames[language]) : '',
    locale: language === 'zh' ? 'zh-CN' : dice.pick(['en-GB', 'en-US', 'en']),
    userAgent: dice.pick<string>(userAgents),
    tags: dice.chance(TAGGED_SHARE) ? [language === 'zh' ? '老客户' : 'regular'] : [],
    page: { url: SHOP_ORIGIN + product.path, title: product[language], referrer: dice.pick<string>(referrers) },
  })

const visitPlanner = (parts: SeedParts) => {
  const { dice, staff, now } = parts
  const regulars: { readonly visitor: VisitorId; readonly language: 'zh' | 'en' }[] = []
  /** Somebody was on duty: a night's backlog would be all that one gets to see of the demo at first. */
  const isRecent = (start: Date): boolean => now.getTime() - start.getTime() < ON_DUTY_MS

  /** @param isFresh goes on while the desk opens, whatever the hour. */
  return (start: Date, isFresh: boolean): readonly Act[] => {
    const known = !isFresh && regulars.length > 0 && dice.chance(RETURNING_SHARE) ? dice.pick(regulars) : undefined
    const language = known?.language ?? (dice.chance(CHINESE_SHARE) ? 'zh' : 'en')
    const agent = dice.pick(staff.filter((colleague) => speaks(colleague, language)))
    const talk = makeTalk(dice, language, agent.name)
    const visitor = known?.visitor ?? visitorOf(parts, talk)
    if (!known) regulars.push({ visitor, language })
    const visit: Visit = { talk, visitor, conversation: NO_CONVERSATION, agent, isOpen: isFresh }
    return planVisit(dice, talk, start, isFresh || isRecent(start)).map((moment) => ({ visit, moment }))
  }
}

const midnightAfter = ({ midnight }: ShopDay): Date => {
  const next = new Date(midnight)
  next.setDate(next.getDate() + 1)
  return next
}

export const seedHistory = (parts: SeedParts): void => {
  const { dice, now, size } = parts
  const tell = createTeller(parts)
  const plan = visitPlanner(parts)
  const days = shopDays(now, size.years)
  const weights = days.reduce((sum, { weight }) => sum + weight, 0)
  let waiting: readonly Act[] = []
  let owed = 0
  for (const day of days) {
    owed += (size.conversations * day.weight) / weights
    const count = Math.floor(owed)
    owed -= count
    const dayEnds = midnightAfter(day)
    const starts = Array.from({ length: count }, () => visitTime(dice, day)).filter((start) => start < now)
    const freshStarts = Array.from(
      { length: dayEnds > now ? FRESH_VISITS : 0 },
      () => new Date(now.getTime() - dice.fraction() * FRESH_WITHIN_MS),
    )
    const acts = [
      ...waiting,
      ...starts.flatMap((start) => plan(start, false)),
      ...freshStarts.flatMap((start) => plan(start, true)),
    ].sort((a, b) => a.moment.at - b.moment.at)
    const until = Math.min(dayEnds.getTime(), now.getTime())
    for (const act of acts) if (act.moment.at < until) tell(act)
    // What was to happen tomorrow waits; after the last day it is what people have not written yet.
    waiting = acts.filter(({ moment }) => moment.at >= until)
  }
}
