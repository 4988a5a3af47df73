// Who comes next: newcomers and people who were here a while ago, and those whom the last start left in mid-conversation.
import { NO_AGENT, type ConversationSummary, type VisitorId, type VisitorProfile } from '../../protocol/index.ts'
import type { Store } from '../../ports/store.ts'
import type { Speech } from '../talk/all-scenarios.ts'
import { courtesies } from '../talk/all-courtesies.ts'
import type { Dice } from '../talk/dice.ts'
import { createFacts } from '../talk/facts.ts'
import { writeFollowUp, writeScript, type Script } from '../talk/script.ts'
import { shopUrl } from '../talk/shop-goods.ts'
import { createHabits } from '../talk/typing-habits.ts'
import { newVisitorProfile } from '../visitor-profile.ts'
import { improviseAnswer, languageOfText } from './improvised-answers.ts'

export type Visit = {
  readonly visitor: VisitorId
  readonly profile: Omit<VisitorProfile, 'id'>
  readonly script: Script
}

const speeches: readonly { readonly speech: Speech; readonly weight: number }[] = [
  { speech: 'zh', weight: 57 },
  { speech: 'en', weight: 38 },
  { speech: 'mixed', weight: 5 },
]
const COMES_AGAIN = 0.12
const REMEMBERED = 60
/** Left over from the last start; more than a person would read are left to rest. */
const REVIVED_AT_MOST = 20

export type VisitStream = {
  next(): Promise<Visit>
  /** They may come again some time. */
  left(visit: Visit): void
  /** Conversations that are open before the first visit: their visitors are still on the page. */
  leftOver(): Promise<readonly Visit[]>
}

export const createVisitStream = (parts: {
  readonly store: Pick<Store, 'journal' | 'visitors'>
  readonly dice: Dice
  readonly localNow: () => number
}): VisitStream => {
  const { store, dice, localNow } = parts
  const before: Visit[] = []

  const goOn = (summary: ConversationSummary): Script => {
    const asked = summary.lastMessage?.preview ?? ''
    const language = summary.visitor.locale.startsWith('zh') ? 'zh' : languageOfText(asked)
    const words = courtesies[language]
    const isWaiting = summary.waitingSince > 0
    const isUnheard = isWaiting && summary.lastSeq < 4
    const answer = [improviseAnswer(asked, language, dice)]
    const greeting = isUnheard ? [dice.pick(words.greet)] : []
    return {
      topic: 'advice',
      language,
      close: 'resolved',
      note: '',
      facts: createFacts(language, localNow(), dice),
      habits: createHabits(language, dice),
      steps: [
        ...(isWaiting ? [{ who: 'agent', bubbles: [...greeting, ...answer] } as const] : []),
        { who: 'visitor', bubbles: [dice.pick(isWaiting ? words.againThanks : words.agrees)] },
        { who: 'agent', bubbles: [dice.pick(words.anythingElse)] },
        { who: 'visitor', bubbles: [dice.pick(words.nothingElse)] },
        { who: 'agent', bubbles: [dice.pick(words.farewell)] },
      ],
    }
  }

  return {
    async next() {
      const known = before.length > 0 && dice.chance(COMES_AGAIN) ? before.shift() : undefined
      if (known) return { ...known, script: writeFollowUp(known.script, dice) }
      const { speech } = dice.weighted(speeches)
      const script = writeScript({ speech, localMs: localNow() }, dice)
      const profile = newVisitorProfile(speech, script.topic, dice)
      return { visitor: await store.visitors.create(profile), profile, script }
    },
    left(visit) {
      if (visit.script.close === 'spam') return
      before.push(visit)
      if (before.length > REMEMBERED) before.shift()
    },
    async leftOver() {
      const reader = { kind: 'agent', id: NO_AGENT, scope: 'all' } as const
      const query = { view: 'open', visitor: 0 as VisitorId, before: 0 as never, limit: REVIVED_AT_MOST } as const
      const { conversations } = await store.journal.list(reader, query)
      return conversations
        .filter(({ visitor }) => visitor.page.url.startsWith(shopUrl))
        .map((summary) => ({ visitor: summary.visitor.id, profile: summary.visitor, script: goOn(summary) }))
    },
  }
}
