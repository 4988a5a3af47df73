// A colleague played by a bot: answers by the script of the visit it was given, works off what was left waiting by
// visitors who are gone, and is honest to real people.
import { NO_AGENT, type AgentId, type CloseReason, type ConversationId } from '#protocol'
import type { Client } from '#client/client.ts'
import type { Pacing } from './pacing.ts'

export type BotAgent = {
  readonly id: AgentId
  readonly client: Client
  owns(conversation: ConversationId): boolean
  /** Types for as long as a person would, then sends. */
  say(conversation: ConversationId, text: string): Promise<void>
  /** A visit is played: the bot leaves other talk in it alone. */
  play(conversation: ConversationId): void
  finish(conversation: ConversationId): Promise<void>
}

const MS_PER_SIGN = { han: 180, latin: 60 } as const
const THINK_MS = 1_500
const CLOSE_AFTER_MS = 25_000
/** Time for a visit's own script to claim a conversation before the bot takes it for a real person's. */
const CLAIM_MS = 8_000

const honest = {
  zh: '您好，我是演示用的机器人。想体验接待，请用演示账号登录坐席，再从商店页面发消息。',
  en: 'Hello, I am a bot of this demo. To try the desk, log in with a demo account and write from the shop page.',
} as const

/** To those who wrote in the night and have left the page. */
const late = {
  zh: [
    '您好，让您久等了，我先帮您查一下，有结果马上在这里回复您。',
    '您好，抱歉现在才看到，您的问题我已经记下，请留意消息。',
  ],
  en: [
    'Hello, sorry for the wait. I am looking into it and will answer here.',
    'Good morning, I have seen your message just now and will take care of it.',
  ],
} as const
const LATE_CLOSE_AFTER_MS = 60_000

const handOver = { zh: '真人访客，请接待', en: 'A real person, please take over' } as const
const A_LONG_TALK_MS = 3_600_000

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)
export const typingMs = (text: string): number =>
  THINK_MS + text.length * (hasHan(text) ? MS_PER_SIGN.han : MS_PER_SIGN.latin)

/** @param bots all colleagues played by bots. */
export const createBotAgent = (id: AgentId, client: Client, pacing: Pacing, bots: ReadonlySet<AgentId>): BotAgent => {
  const played = new Set<ConversationId>()
  const met = new Set<ConversationId>()
  let lateAnswers = Promise.resolve()

  const owns = (conversation: ConversationId): boolean => {
    const summary = client.state().conversations.get(conversation)?.summary
    return summary?.owner === id && summary.status === 'open'
  }

  const say = async (conversation: ConversationId, text: string): Promise<void> => {
    client.setTyping(conversation, true)
    const goesOn = await pacing.rest(typingMs(text))
    client.setTyping(conversation, false)
    if (goesOn && owns(conversation)) client.send({ conversation, text, files: [] })
  }

  /** A colleague who is a person and there. */
  const someonePresent = (): AgentId =>
    [...client.state().agents.values()].find(
      (agent) => agent.connected && !bots.has(agent.id) && agent.status === 'online',
    )?.id ?? NO_AGENT

  const finish = async (conversation: ConversationId, reason: CloseReason): Promise<void> => {
    if (!owns(conversation)) return
    const last = client.state().conversations.get(conversation)?.summary.lastOffset
    if (last !== undefined) client.markRead(conversation, last)
    await client.close(conversation, reason)
    played.delete(conversation)
    met.delete(conversation)
  }

  const isThere = (conversation: ConversationId): boolean => {
    const visitor = client.state().conversations.get(conversation)?.summary.visitor.id
    return visitor !== undefined && client.state().visitorsOnline.has(visitor)
  }

  const receivePerson = async (conversation: ConversationId, language: 'zh' | 'en'): Promise<void> => {
    const colleague = someonePresent()
    if (colleague === NO_AGENT) await say(conversation, honest[language])
    else await client.transfer(conversation, colleague, handOver[language])
    await pacing.until(client, () => !isThere(conversation) || !owns(conversation), A_LONG_TALK_MS)
  }

  const meet = async (conversation: ConversationId): Promise<void> => {
    if (!(await pacing.rest(CLAIM_MS)) || played.has(conversation) || !owns(conversation)) return
    const summary = client.state().conversations.get(conversation)?.summary
    const language = hasHan(summary?.lastMessage?.preview ?? '') ? 'zh' : 'en'
    if (isThere(conversation)) await receivePerson(conversation, language)
    else if (summary?.waitingSince !== 0) {
      // One after another: nobody writes ten answers in one second.
      lateAnswers = lateAnswers.then(async () =>
        say(conversation, late[language][conversation % 2] ?? late[language][0]),
      )
      await lateAnswers
    }
    if (await pacing.rest(LATE_CLOSE_AFTER_MS)) await finish(conversation, 'no_reply')
  }

  client.subscribe(() => {
    for (const [conversation, { summary }] of client.state().conversations) {
      if (summary.owner !== id || summary.status !== 'open' || met.has(conversation)) continue
      met.add(conversation)
      void meet(conversation)
    }
  })

  return {
    id,
    client,
    owns,
    say,
    play: (conversation) => void played.add(conversation),
    finish: async (conversation) => {
      if (await pacing.rest(CLOSE_AFTER_MS)) await finish(conversation, 'resolved')
    },
  }
}
