// One conversation of the past as a list of moments: who does what when. Times are plausible for people who read and type.
import type { Dice } from '../dice.ts'
import { isOpenAt, nextOpening } from './calendar.ts'
import type { Talk } from './talk.ts'

export type Moment =
  | {
      readonly at: number
      readonly does: 'says'
      readonly who: 'visitor' | 'agent'
      readonly text: string
      readonly hasPhoto: boolean
    }
  | { readonly at: number; readonly does: 'is assigned' }
  | { readonly at: number; readonly does: 'is transferred' }
  | { readonly at: number; readonly does: 'is closed'; readonly reason: 'resolved' | 'no_reply' }

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const TRANSFER_CHANCE = 0.03
const WALKS_AWAY_CHANCE = 0.06
const MS_PER_SIGN = { zh: 260, en: 110 } as const

/** Reading what came, thinking, typing. */
const pauseBefore = (dice: Dice, text: string, language: 'zh' | 'en', busy: number): number =>
  dice.between(4, 25) * SECOND_MS * busy + text.length * MS_PER_SIGN[language]

/** @param isShopOpen whatever the calendar says. */
export const planVisit = (dice: Dice, talk: Talk, start: Date, isShopOpen = false): readonly Moment[] => {
  const moments: Moment[] = []
  let at = start.getTime()
  // Busy hours make everybody slower.
  const busy = 0.6 + dice.fraction() * 1.6
  const turns = dice.chance(WALKS_AWAY_CHANCE) ? talk.turns.slice(0, 3) : talk.turns
  let isAssigned = false
  for (const turn of turns) {
    if (turn.who === 'agent' && !isAssigned) {
      const opens =
        isShopOpen || isOpenAt(new Date(at))
          ? at
          : nextOpening(new Date(at)).getTime() + dice.between(1, 50) * MINUTE_MS
      at = opens + dice.between(1, 4) * SECOND_MS
      moments.push({ at, does: 'is assigned' })
      isAssigned = true
    }
    if (moments.length > 0) at += pauseBefore(dice, turn.text, talk.language, busy)
    moments.push({ at, does: 'says', ...turn })
    if (moments.length === 4 && dice.chance(TRANSFER_CHANCE)) {
      at += dice.between(5, 40) * SECOND_MS
      moments.push({ at, does: 'is transferred' })
    }
  }
  const saidGoodbye = turns === talk.turns
  at += dice.between(1, saidGoodbye ? 9 : 45) * MINUTE_MS
  moments.push({ at, does: 'is closed', reason: saidGoodbye ? 'resolved' : 'no_reply' })
  return moments
}
