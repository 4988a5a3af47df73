// Saying something as a person does: thinking aside, typing with its sign, a breath between two bubbles.
import type { ConversationId } from '../../protocol/index.ts'
import type { Client } from '#client/client.ts'
import type { Dice } from '../talk/dice.ts'
import type { Language, Who } from '../talk/scenario.ts'
import { typingMs } from '../history/tempo.ts'
import type { BotLife } from './bot-life.ts'

export type Speaker = {
  readonly client: Client
  readonly life: BotLife
  readonly dice: Dice
  readonly who: Who
  readonly language: Language
}

/** The sign fades by itself: it is given again while the typing goes on. */
const SIGN_EVERY_MS = 2_500
const BREATH_MS = 900
/** Nobody watches a demo to see a person type for a minute. */
const LONGEST_TYPING_MS = 22_000

export const speak = async (speaker: Speaker, conversation: ConversationId, text: string): Promise<void> => {
  const { client, life, dice, who, language } = speaker
  await life.pause(BREATH_MS * (0.5 + dice.fraction()))
  let leftMs = Math.min(LONGEST_TYPING_MS, typingMs(text, who, language, dice))
  while (leftMs > 0) {
    client.setTyping(conversation, true)
    const stretchMs = Math.min(leftMs, SIGN_EVERY_MS)
    await life.pause(stretchMs)
    leftMs -= stretchMs
  }
  client.setTyping(conversation, false)
  client.send({ conversation, text, files: [] })
}
