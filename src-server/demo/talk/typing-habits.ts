// How a person types: some end every sentence properly, some never do, some like small faces.
import type { Dice } from './dice.ts'
import { courtesies } from './all-courtesies.ts'
import type { Language, Who } from './scenario.ts'

export type TypingHabits = {
  readonly dropsFullStops: boolean
  readonly lowerCase: boolean
  /** Chance of an emoji at the end of a message. */
  readonly emoji: number
  /** Says hello before anything else. */
  readonly saysHello: boolean
  /** Cuts a long message at its commas into several. */
  readonly sendsPieces: boolean
}

export const createHabits = (language: Language, dice: Dice): TypingHabits => ({
  dropsFullStops: dice.chance(language === 'zh' ? 0.6 : 0.35),
  lowerCase: language === 'en' && dice.chance(0.18),
  emoji: dice.chance(0.15) ? 0.3 : 0.015,
  saysHello: dice.chance(language === 'zh' ? 0.34 : 0.16),
  sendsPieces: dice.chance(0.14),
})

/** Agents write as the shop wants it. */
export const agentHabits: TypingHabits = {
  dropsFullStops: false,
  lowerCase: false,
  emoji: 0.035,
  saysHello: false,
  sendsPieces: false,
}

const PIECES_FROM_LENGTH = 18

/** @returns the message as this person sends it: one bubble or several. */
export const typeOut = (text: string, who: Who, language: Language, habits: TypingHabits, dice: Dice): string[] => {
  const whole = text.split('|')
  const cut = habits.sendsPieces && language === 'zh'
  const pieces = cut
    ? whole.flatMap((bubble) => (bubble.length < PIECES_FROM_LENGTH ? bubble : splitOnce(bubble)))
    : whole
  return pieces.map((piece, index) => {
    const plain = habits.dropsFullStops ? piece.replace(/[。.]$/u, '') : piece
    const cased = habits.lowerCase ? plain.toLowerCase() : plain
    const isQuestion = /[？?]$/u.test(cased)
    if (index < pieces.length - 1 || isQuestion || !dice.chance(habits.emoji)) return cased
    const faces = courtesies[language][who === 'visitor' ? 'visitorEmoji' : 'agentEmoji']
    return /\p{Extended_Pictographic}/u.test(cased) ? cased : `${cased.replace(/[。.]$/u, '')} ${dice.pick(faces)}`
  })
}

/** Before the first comma that leaves something on both sides. */
const splitOnce = (text: string): string[] => {
  const at = text.indexOf('，', 4)
  return at < 0 || at > text.length - 4 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
