// How long people take: to read, to think, to type, to come back. Medians with long tails, in milliseconds.
import type { Dice } from '../talk/dice.ts'
import type { Language, Who } from '../talk/scenario.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** Chinese says more with a character; visitors type on telephones, agents have their phrases at hand. */
const msPerCharacter: Readonly<Record<Language, Readonly<Record<Who, number>>>> = {
  zh: { visitor: 420, agent: 230 },
  en: { visitor: 190, agent: 110 },
}

const within = (valueMs: number, minMs: number, maxMs: number): number => Math.min(maxMs, Math.max(minMs, valueMs))

export const typingMs = (text: string, who: Who, language: Language, dice: Dice): number =>
  within(text.length * msPerCharacter[language][who] * (0.7 + 0.6 * dice.fraction()), 1.2 * SECOND_MS, 75 * SECOND_MS)

/** Until an agent begins to answer who came just now. `load`: conversations the agent has. */
export const firstAnswerMs = (load: number, dice: Dice): number =>
  within(dice.logNormal(24 * SECOND_MS, 0.75) * (1 + 0.3 * (load - 1)), 4 * SECOND_MS, 15 * MINUTE_MS)

export const agentThinksMs = (load: number, dice: Dice): number =>
  within(dice.logNormal(30 * SECOND_MS, 0.85) * (1 + 0.25 * (load - 1)), 3 * SECOND_MS, 20 * MINUTE_MS)

export const visitorThinksMs = (dice: Dice): number =>
  dice.chance(0.05)
    ? dice.logNormal(9 * MINUTE_MS, 0.8)
    : within(dice.logNormal(22 * SECOND_MS, 0.9), 3 * SECOND_MS, 30 * MINUTE_MS)

/** Until somebody who wrote at night looks at the answer of the morning. */
export const visitorReturnsMs = (dice: Dice): number =>
  within(dice.logNormal(35 * MINUTE_MS, 1.2), 20 * SECOND_MS, 5 * HOUR_MS)

export const closesAfterMs = (dice: Dice): number =>
  within(dice.logNormal(70 * SECOND_MS, 0.9), 12 * SECOND_MS, 25 * MINUTE_MS)

/** Until an agent asks a silent visitor whether they are still there, and again until the agent gives up. */
export const asksAgainAfterMs = (dice: Dice): number => dice.logNormal(6 * MINUTE_MS, 0.4)
export const givesUpAfterMs = (dice: Dice): number =>
  within(dice.logNormal(14 * MINUTE_MS, 0.7), 4 * MINUTE_MS, 3 * HOUR_MS)

/** Patience of a visitor to whom nobody has said a word. */
export const losesPatienceAfterMs = (dice: Dice): number => dice.logNormal(4 * MINUTE_MS, 0.5)

export const comesBackAfterMs = (dice: Dice): number =>
  within(dice.logNormal(4 * HOUR_MS, 1.3), 5 * MINUTE_MS, 60 * HOUR_MS)
