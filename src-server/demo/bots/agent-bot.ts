// One colleague at their desk: answers what is theirs, follows the script where there is one and improvises where there is
// none, hands over now and then, closes, takes a break.
import type { AgentId, ChosenCloseReason, ConversationId, ConversationSummary } from '../../protocol/index.ts'
import type { Client } from '#client/client.ts'
import type { Logger } from '../../ports/logger.ts'
import { courtesies } from '../talk/all-courtesies.ts'
import type { Dice } from '../talk/dice.ts'
import { fillText } from '../talk/facts.ts'
import type { Language } from '../talk/scenario.ts'
import type { Colleague } from '../colleagues.ts'
import { agentThinksMs, closesAfterMs, firstAnswerMs } from '../history/tempo.ts'
import type { BotLife } from './bot-life.ts'
import { improviseAnswer, introduceBot, languageOfText } from './improvised-answers.ts'
import type { RunningTalk } from './running-talk.ts'
import { speak } from './speak.ts'

/** A colleague to whom a conversation can be handed, with what visitors call them. */
export type Successor = { readonly id: AgentId; readonly callName: string }

export type AgentBotParts = {
  readonly client: Client
  readonly self: { readonly id: AgentId; readonly colleague: Colleague }
  readonly life: BotLife
  readonly dice: Dice
  readonly logger: Logger
  readonly talkOf: (summary: ConversationSummary) => RunningTalk | undefined
  /** A person, or whoever else is no bot of ours. */
  readonly isStranger: (summary: ConversationSummary) => boolean
  /** To whom a conversation could be handed now. */
  readonly successor: (language: Language) => Successor | undefined
}

const LOOK_EVERY_MS = 10_000
/** Of what a person takes: somebody is watching. */
const BRISK = 0.55
const LONGEST_THOUGHT_MS = 45_000
const LONGEST_BEFORE_CLOSE_MS = 60_000
const HANDS_OVER = 0.12
/** A conversation that nobody continues is closed after this much silence. */
const SILENT_FOR_MS = 6 * 60_000

export type AgentBot = { run(): void }

export const createAgentBot = (parts: AgentBotParts): AgentBot => {
  const { client, self, life, dice, logger, talkOf, isStranger, successor } = parts
  const busy = new Set<ConversationId>()
  const introduced = new Set<ConversationId>()

  const summaryOf = (id: ConversationId): ConversationSummary | undefined =>
    client.state().conversations.get(id)?.summary
  const mine = (): ConversationSummary[] =>
    Array.from(client.state().conversations.values(), ({ summary }) => summary).filter(
      ({ owner, status }) => owner === self.id && status === 'open',
    )
  const isMine = (id: ConversationId): boolean => mine().some((summary) => summary.id === id)

  const say = async (id: ConversationId, text: string, language: Language): Promise<void> => {
    const filled = fillText(text, { agent: self.colleague.callName[language] })
    await speak({ client, life, dice, language, who: 'agent' }, id, filled)
  }

  const close = async (id: ConversationId, reason: ChosenCloseReason): Promise<void> => {
    const summary = summaryOf(id)
    // Somebody wrote or took it meanwhile: it is not over.
    if (!summary || !isMine(id) || summary.waitingSince > 0) return
    await client.close(id, reason)
  }

  const handOver = async (id: ConversationId, talk: RunningTalk): Promise<boolean> => {
    const { language, note } = talk.script
    const next = talk.wasHandedOver || note === '' || !dice.chance(HANDS_OVER) ? undefined : successor(language)
    if (!next) return false
    talk.wasHandedOver = true
    await say(id, fillText(dice.pick(courtesies[language].handOver), { colleague: next.callName }), language)
    return (await client.transfer(id, next.id, note)).ok
  }

  const followScript = async (id: ConversationId, talk: RunningTalk): Promise<void> => {
    const step = talk.next()
    // The visitor is still at it, or has stopped waiting for us.
    if (step?.who !== 'agent' || talk.isSpeaking || !isMine(id)) return
    if (await handOver(id, talk)) return
    const { language } = talk.script
    talk.isSpeaking = true
    for (const text of step.bubbles) await say(id, text, language)
    talk.isSpeaking = false
    talk.advance()
  }

  const languageOf = ({ visitor, lastMessage }: ConversationSummary): Language =>
    visitor.locale.startsWith('zh') ? 'zh' : languageOfText(lastMessage?.preview ?? '')

  const improvise = async (summary: ConversationSummary): Promise<void> => {
    const { id, lastMessage } = summary
    const heard = lastMessage?.preview ?? ''
    const language = languageOf(summary)
    if (isStranger(summary) && !introduced.has(id)) {
      introduced.add(id)
      await say(id, introduceBot(language), language)
    }
    await say(id, improviseAnswer(heard, language, dice), language)
  }

  const answer = async (summary: ConversationSummary): Promise<void> => {
    const { id, lastOffset } = summary
    client.markRead(id, lastOffset)
    const talk = talkOf(summary)
    const isFirst = summary.lastMessage?.author.kind === 'visitor' && summary.lastSeq < 5
    const thinksMs = (isFirst ? firstAnswerMs : agentThinksMs)(1, dice)
    await life.pause(Math.min(LONGEST_THOUGHT_MS, BRISK * thinksMs))
    const now = summaryOf(id)
    if (!now || !isMine(id) || now.waitingSince === 0) return
    client.markRead(id, now.lastOffset)
    if (!talk) await improvise(now)
    // All was said and the visitor has the last word: nothing to answer, only to close.
    else if (talk.next()) await followScript(id, talk)
    else await finish(id, talk)
  }

  const finish = async (id: ConversationId, talk: RunningTalk): Promise<void> => {
    await life.pause(Math.min(LONGEST_BEFORE_CLOSE_MS, BRISK * closesAfterMs(dice)))
    if (isMine(id) && !talk.next()) await client.close(id, talk.script.close)
  }

  const giveUp = async (summary: ConversationSummary): Promise<void> => {
    const language = languageOf(summary)
    await say(summary.id, dice.pick(courtesies[language].givingUp), language)
    await close(summary.id, 'no_reply')
  }

  const work = (summary: ConversationSummary): (() => Promise<void>) | undefined => {
    const talk = talkOf(summary)
    if (summary.waitingSince > 0) return () => answer(summary)
    if (talk && !talk.next() && !talk.isSpeaking) return () => finish(summary.id, talk)
    const silentMs = life.now() - (summary.lastMessage?.at ?? summary.openedAt)
    return silentMs > SILENT_FOR_MS ? () => giveUp(summary) : undefined
  }

  /** Read before it is accepted; who is asked by a colleague helps, too. */
  const accept = async (id: ConversationId): Promise<void> => {
    await life.pause(BRISK * agentThinksMs(1, dice) * 0.3)
    if (client.state().offers.get(id)?.agent === self.id) await client.answer(id, true, '')
  }

  const begin = (id: ConversationId, task: () => Promise<void>): void => {
    if (busy.has(id)) return
    busy.add(id)
    task()
      .catch((error: unknown) => logger.warn({ error }, 'a demo colleague stumbled'))
      // What could not be done now waits for the next look: not in the same breath.
      .finally(() => busy.delete(id))
  }

  const look = (): void => {
    if (life.isOver || client.state().link.kind !== 'live') return
    for (const { conversation, agent } of client.state().offers.values())
      if (agent === self.id) begin(conversation, () => accept(conversation))
    for (const summary of mine()) {
      const task = busy.has(summary.id) ? undefined : work(summary)
      if (task) begin(summary.id, task)
    }
  }

  const lookAgain = async (): Promise<void> => {
    while (!life.isOver) {
      await life.pause(LOOK_EVERY_MS)
      look()
    }
  }

  return {
    run() {
      client.subscribe(look)
      void lookAgain()
    },
  }
}
