// One visitor: comes, looks around, asks, listens, goes on, leaves. Whoever answers may be a bot or a person.
import { NO_CONVERSATION, type ConversationSummary, type VisitorPage } from '../../protocol/index.ts'
import type { Client } from '#client/client.ts'
import type { ClientState } from '#client/client-state.ts'
import { courtesies } from '../talk/all-courtesies.ts'
import type { Dice } from '../talk/dice.ts'
import { visitorThinksMs } from '../history/tempo.ts'
import { pageFor } from '../visitor-profile.ts'
import type { BotLife } from './bot-life.ts'
import type { RunningTalk } from './running-talk.ts'
import { speak, type Speaker } from './speak.ts'

export type VisitorBotParts = {
  readonly client: Client
  readonly talk: RunningTalk
  readonly life: BotLife
  readonly dice: Dice
  /** Where they are when they come; not given for those who are there already. */
  readonly page?: VisitorPage
  /** How long an answer may take before they ask again, and then before they leave. */
  readonly patienceMs: number
}

const LIVE_WITHIN_MS = 30_000
const LOOKS_AROUND_MS = 6_000
const TURNS_A_PAGE = 0.35
/** Silence after which an answer of several bubbles counts as complete. */
const QUIET_MS = 3_500
const LISTENS_AT_MOST_MS = 120_000
/** Of what a person takes: somebody is watching. */
const BRISK = 0.6
const LONGEST_THOUGHT_MS = 40_000
const LINGERS_MS = 15_000
const SENT_WITHIN_MS = 60_000

const newest = ({ conversations }: ClientState): ConversationSummary | undefined => {
  let last: ConversationSummary | undefined
  for (const { summary } of conversations.values()) if (!last || summary.lastOffset > last.lastOffset) last = summary
  return last
}

const isAnswered = (state: ClientState): boolean => {
  const author = newest(state)?.lastMessage?.author
  return state.outbox.length === 0 && author !== undefined && author.kind !== 'visitor'
}

const isClosed = (state: ClientState): boolean => newest(state)?.status === 'closed'

const isSomebodyTyping = (state: ClientState): boolean => {
  for (const { typing } of state.conversations.values()) if (typing.length > 0) return true
  return false
}

/** Ends when the visitor has left the page. @returns false when the desk could not be reached. */
export const playVisitor = async (parts: VisitorBotParts): Promise<boolean> => {
  const { client, talk, life, dice, page, patienceMs } = parts
  const { language, topic } = talk.script
  let hasSpoken = false
  const speaker: Speaker = { client, life, dice, language, who: 'visitor' }

  const say = async (bubbles: readonly string[]): Promise<void> => {
    talk.isSpeaking = true
    for (const text of bubbles) await speak(speaker, NO_CONVERSATION, text)
    await life.until(client, ({ outbox }) => outbox.length === 0, SENT_WITHIN_MS)
    talk.isSpeaking = false
  }

  const read = (): void => {
    const last = newest(client.state())
    if (last) client.markRead(last.id, last.lastOffset)
  }

  const listen = async (): Promise<void> => {
    const untilMs = life.now() + LISTENS_AT_MOST_MS
    for (;;) {
      const heard = newest(client.state())?.lastOffset
      await life.pause(QUIET_MS * (0.8 + 0.6 * dice.fraction()))
      const state = client.state()
      const goesOn = talk.isSpeaking || isSomebodyTyping(state) || newest(state)?.lastOffset !== heard
      if (!goesOn || life.now() > untilMs) break
    }
    read()
  }

  /** @returns false for a visitor whose patience has ended. */
  const isHeard = async (): Promise<boolean> => {
    const answer = (state: ClientState): boolean => isAnswered(state) || isClosed(state)
    if (await life.until(client, answer, patienceMs * (0.7 + 0.6 * dice.fraction()))) return true
    await say([dice.pick(courtesies[language].areYouThere)])
    return life.until(client, answer, patienceMs * (1 + dice.fraction()))
  }

  const takeTurn = async (bubbles: readonly string[]): Promise<void> => {
    if (hasSpoken) await life.pause(Math.min(LONGEST_THOUGHT_MS, BRISK * visitorThinksMs(dice)))
    if (hasSpoken && dice.chance(TURNS_A_PAGE)) client.setPage(pageFor(topic, language, dice))
    hasSpoken = true
    await say(bubbles)
  }

  const converse = async (): Promise<void> => {
    for (let step = talk.next(); step; step = talk.next()) {
      const state = client.state()
      // The other side ended it; what is left unsaid stays so.
      if (hasSpoken && isClosed(state)) return
      if (step.who === 'visitor') await takeTurn(step.bubbles)
      else if (await isHeard()) await listen()
      else return
      // Answered by a person: nobody took the turn that the script had for it.
      if (talk.next() === step) talk.advance()
    }
  }

  if (page) client.setPage(page)
  if (!(await life.until(client, ({ link }) => link.kind === 'live', LIVE_WITHIN_MS))) return false
  if (page) await life.pause(LOOKS_AROUND_MS * (0.3 + dice.fraction()))
  await converse()
  await life.until(client, isClosed, LINGERS_MS * (1 + 3 * dice.fraction()))
  read()
  await life.pause(LINGERS_MS * dice.fraction())
  return true
}
