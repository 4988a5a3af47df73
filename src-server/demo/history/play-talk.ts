// One conversation from its first word to its end, on the floor's clock: waiting, answering, handing over, falling silent,
// closing, coming back.
import {
  NO_AGENT,
  NO_CONVERSATION,
  type AgentId,
  type ChosenCloseReason,
  type ConversationId,
} from '../../protocol/index.ts'
import { courtesies } from '../talk/all-courtesies.ts'
import type { Dice } from '../talk/dice.ts'
import { fillText } from '../talk/facts.ts'
import { writeFollowUp, type Script, type Step } from '../talk/script.ts'
import type { CastMember } from './cast.ts'
import type { ShopFloor } from './shop-floor.ts'
import * as tempo from './tempo.ts'

/** How an ordinary conversation may take a turn of its own. */
const HANDED_OVER = 0.22
const VISITOR_LEAVES = 0.07
const LEAVES_AFTER_LATE_ANSWER = 0.4
const ASKS_WHETHER_SOMEBODY_IS_THERE = 0.5
const COMES_BACK = 0.055
const PHOTO_TAKES_MS = 14_000
const SEES_THE_END = 0.93
const SPAM_GETS_AN_ANSWER = 0.5
const NEVER_ANSWERED = 0.08
/** Of those who report damage, and only of late: the pictures take room. */
const SENDS_PHOTO = 0.5
const LATE_AFTER_MS = 20 * 60_000

export type TalkPlay = {
  assigned(): void
  /** Ends it here, whatever was still to be said. */
  cutShort(by: AgentId): void
}

export type Playing = {
  readonly floor: ShopFloor
  readonly dice: Dice
  readonly script: Script
  readonly member: CastMember
  /** The conversations being played, so that an assignment finds its play. */
  readonly plays: Map<ConversationId, TalkPlay>
  /** Nobody comes back later than this. */
  readonly lastStartMs: number
  /** Near enough to the end of the story for pictures. */
  readonly isRecent: boolean
}

export const playTalk = (playing: Playing): void => {
  const { floor, dice, script, member, plays, lastStartMs } = playing
  const { language, note } = script
  const words = courtesies[language]
  const steps: Step[] = [...script.steps]
  const agentTurns = steps.filter(({ who }) => who === 'agent').length
  let conversation: ConversationId = NO_CONVERSATION
  let position = 0
  let answered = 0
  let waitsSinceMs = 0
  let leavesBefore = dice.chance(VISITOR_LEAVES) ? dice.whole(2, steps.length) : Infinity
  let handsOverAt = note !== '' && agentTurns > 2 && dice.chance(HANDED_OVER) ? 1 : Infinity
  let isOver = false
  const sendsPhotos = playing.isRecent && script.topic === 'damage' && dice.chance(SENDS_PHOTO)

  const owner = (): AgentId => floor.desk.conversation(conversation)?.owner ?? NO_AGENT
  const callName = (agent: AgentId): string => floor.agent(agent).colleague.callName[language]

  const speakAsAgent = (template: string): void => {
    const agent = owner()
    floor.reply(agent, conversation, fillText(template, { agent: callName(agent) }))
  }

  const sayAll = (bubbles: readonly string[], who: Step['who'], done: () => void): void => {
    const [first, ...rest] = bubbles
    if (first === undefined) return done()
    if (isOver) return
    if (who === 'agent') speakAsAgent(first)
    else conversation = floor.say(member.id, first)
    const next = rest[0]
    if (next === undefined) return done()
    floor.after(tempo.typingMs(next, who, language, dice), () => sayAll(rest, who, done))
  }

  const load = (): number => floor.desk.loadOf(owner())
  const agentSpeaksAfter = (thinkMs: number, template: string, speak: () => void): void =>
    floor.after(thinkMs + tempo.typingMs(template, 'agent', language, dice), speak)

  const end = (reason: ChosenCloseReason): void => {
    if (isOver) return
    isOver = true
    const closer = owner()
    floor.act({ type: 'close', actor: { kind: 'agent', id: closer }, conversation, reason })
    plays.delete(conversation)
    member.isBusy = false
    markAllRead()
    floor.dispatchSoon()
    if (reason === 'resolved' && dice.chance(COMES_BACK)) floor.after(tempo.comesBackAfterMs(dice), comeBack)
  }

  const cutShort = (by: AgentId): void => {
    if (owner() === NO_AGENT) floor.assign(conversation, by, { layer: 'manual', rule: 'taken', candidates: [] }, by)
    end(answered > 0 ? 'no_reply' : 'other')
  }

  /** The one who answered, and the office that reads along. */
  const markAllRead = (): void => {
    const upTo = floor.lastOffset(conversation)
    for (const { id } of floor.agents()) floor.agentReads(id, conversation, upTo)
    if (dice.chance(SEES_THE_END)) floor.visitorReads(member.id, conversation, upTo)
  }

  const comeBack = (): void => {
    if (member.isBusy || floor.now() > lastStartMs) return
    member.isBusy = true
    playTalk({ ...playing, script: writeFollowUp(script, dice) })
  }

  const visitorGoesQuiet = (): void => {
    const asks = dice.pick(words.stillThere)
    if (dice.chance(0.7))
      agentSpeaksAfter(tempo.asksAgainAfterMs(dice), asks, () => sayAll([asks], 'agent', () => undefined))
    const says = dice.pick(words.givingUp)
    const quietMs = tempo.asksAgainAfterMs(dice) + 60_000 + tempo.givesUpAfterMs(dice)
    floor.after(quietMs, () => (dice.chance(0.7) ? sayAll([says], 'agent', () => end('no_reply')) : end('no_reply')))
  }

  const goOn = (): void => {
    const step = steps[position]
    if (!step) return floor.after(tempo.closesAfterMs(dice), () => end(script.close))
    if (step.who === 'agent') return agentsTurn(step)
    if (position >= leavesBefore) return visitorGoesQuiet()
    const wasLate = answered === 1 && waitsSinceMs > 0 && floor.now() - waitsSinceMs > LATE_AFTER_MS
    const thinksMs = wasLate ? tempo.visitorReturnsMs(dice) : tempo.visitorThinksMs(dice)
    const typesMs = tempo.typingMs(step.bubbles[0] ?? '', 'visitor', language, dice)
    floor.after(thinksMs + typesMs, () => speak(step))
  }

  const speak = (step: Step): void =>
    sayAll(step.bubbles, step.who, () => {
      const showsDamage = sendsPhotos && step.who === 'visitor' && position === 2
      position += 1
      if (!showsDamage) return goOn()
      floor.after(PHOTO_TAKES_MS, () => {
        if (!isOver) floor.sendPhoto(member.id)
        goOn()
      })
    })

  const agentsTurn = (step: Step): void => {
    const agent = owner()
    // Nobody has it yet: goes on when somebody does.
    if (agent === NO_AGENT) return
    if (answered === 0) return answerFirst(step)
    if (answered >= handsOverAt) return handOver(agent)
    answered += 1
    const thinksMs = tempo.agentThinksMs(load(), dice)
    agentSpeaksAfter(thinksMs, step.bubbles[0] ?? '', () => speak(step))
  }

  const answerFirst = (step: Step): void => {
    answered = 1
    const thinksMs = tempo.firstAnswerMs(load(), dice)
    const isLate = floor.now() + thinksMs - waitsSinceMs > LATE_AFTER_MS
    if (script.close === 'spam' && !dice.chance(SPAM_GETS_AN_ANSWER)) return floor.after(thinksMs, () => end('spam'))
    if (!isLate) return agentSpeaksAfter(thinksMs, step.bubbles[0] ?? '', () => speak(step))
    if (dice.chance(NEVER_ANSWERED)) return floor.after(thinksMs, () => end('other'))
    if (dice.chance(LEAVES_AFTER_LATE_ANSWER)) leavesBefore = Math.min(leavesBefore, position + 1)
    const matter = step.bubbles.filter((bubble) => !words.greet.includes(bubble))
    const late: Step = { who: 'agent', bubbles: [dice.pick(words.lateGreet), ...matter] }
    agentSpeaksAfter(thinksMs, late.bubbles[0] ?? '', () => speak(late))
  }

  const handOver = (from: AgentId): void => {
    handsOverAt = Infinity
    const others = floor.agents().filter((other) => other.id !== from && floor.isAtWork(other))
    if (others.length === 0) return goOn()
    const to = dice.pick(others)
    const says = fillText(dice.pick(words.handOver), { colleague: to.colleague.callName[language] })
    agentSpeaksAfter(tempo.agentThinksMs(load(), dice), says, () => {
      sayAll([says], 'agent', () => {
        floor.after(2_000 + 6_000 * dice.fraction(), () => {
          if (isOver) return
          floor.act({ type: 'transfer', actor: { kind: 'agent', id: from }, conversation, agent: to.id, note })
          const hello = dice.pick(words.takeOver)
          const thinksMs = tempo.firstAnswerMs(load(), dice)
          agentSpeaksAfter(thinksMs, hello, () => sayAll([hello], 'agent', goOn))
        })
      })
    })
  }

  const begin = (): void => {
    const first = steps[0]
    if (!first) return
    waitsSinceMs = floor.now()
    sayAll(first.bubbles.slice(0, 1), 'visitor', () => undefined)
    plays.set(conversation, { assigned: () => (position > 0 ? goOn() : undefined), cutShort })
    floor.dispatchSoon()
    const rest = first.bubbles.slice(1)
    const typesMs = rest[0] === undefined ? 0 : tempo.typingMs(rest[0], 'visitor', language, dice)
    floor.after(typesMs, () =>
      sayAll(rest, 'visitor', () => {
        position = 1
        goOn()
        floor.after(tempo.losesPatienceAfterMs(dice), loseOnesPatience)
      }),
    )
  }

  const loseOnesPatience = (): void => {
    if (isOver || answered > 0 || !dice.chance(ASKS_WHETHER_SOMEBODY_IS_THERE)) return
    sayAll([dice.pick(words.areYouThere)], 'visitor', () => undefined)
  }

  begin()
}
