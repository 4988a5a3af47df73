// One visit from the first hello to the goodbye: the visitor follows the script; so does the colleague if it is a bot. A
// person at the desk answers as they like, and the visitor goes on with what they came for.
import type { ConversationId } from '#protocol'
import type { Client } from '#client/client.ts'
import type { Talk } from '../shop/talk.ts'
import { typingMs, type BotAgent } from './bot-agent.ts'
import type { Pacing } from './pacing.ts'

type Parts = {
  readonly talk: Talk
  readonly client: Client
  readonly agents: readonly BotAgent[]
  readonly pacing: Pacing
}

const PATIENCE_MS = 4 * 60_000
const READ_MS = 2_500
const LINGER_MS = 15_000

const conversationOf = (client: Client): ConversationId | undefined =>
  [...client.state().conversations.values()].toSorted((a, b) => b.summary.id - a.summary.id)[0]?.summary.id

const lastMessageIsAgents = (client: Client, conversation: ConversationId): boolean =>
  client.state().conversations.get(conversation)?.summary.lastMessage?.author.kind === 'agent'

/** However it ends, the colleague does not keep the conversation. */
export const playVisit = async (parts: Parts): Promise<void> => {
  try {
    await playTurns(parts)
  } finally {
    const conversation = conversationOf(parts.client)
    if (conversation !== undefined) await parts.agents.find((agent) => agent.owns(conversation))?.finish(conversation)
  }
}

const playTurns = async ({ talk, client, agents, pacing }: Parts): Promise<void> => {
  let conversation: ConversationId | undefined
  let colleague: BotAgent | undefined
  for (const turn of talk.turns) {
    if (turn.who === 'visitor') {
      if (conversation !== undefined) client.setTyping(conversation, true)
      if (!(await pacing.rest(typingMs(turn.text)))) return
      client.send({ conversation: conversation ?? (0 as ConversationId), text: turn.text, files: [] })
      if (!(await pacing.until(client, () => conversationOf(client) !== undefined, PATIENCE_MS))) return
      conversation = conversationOf(client)
      continue
    }
    if (conversation === undefined) return
    const here = conversation
    const taken = await pacing.until(
      client,
      () => client.state().conversations.get(here)?.summary.owner !== 0,
      PATIENCE_MS,
    )
    if (!taken) return
    colleague = agents.find((agent) => agent.owns(here)) ?? (await botThatOwns(agents, here, pacing))
    colleague?.play(here)
    if (colleague) await colleague.say(here, turn.text)
    else if (!(await pacing.until(client, () => lastMessageIsAgents(client, here), PATIENCE_MS))) return
    const seen = client.state().conversations.get(here)?.summary.lastOffset
    if (seen !== undefined) client.markRead(here, seen)
    if (!(await pacing.rest(READ_MS))) return
  }
  await pacing.rest(LINGER_MS)
}

/** The visitor may hear of the owner a moment before the owner does. */
const botThatOwns = async (
  agents: readonly BotAgent[],
  conversation: ConversationId,
  pacing: Pacing,
): Promise<BotAgent | undefined> => {
  await pacing.rest(READ_MS)
  return agents.find((agent) => agent.owns(conversation))
}
