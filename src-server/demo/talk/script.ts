// One conversation as it will be spoken: a scenario with its choices made, its slots filled and its people's habits applied.
import type { ChosenCloseReason } from '../../protocol/index.ts'
import { allScenarios, languageOf, type Speech } from './all-scenarios.ts'
import { chooseLine, parseLine, type Threads } from './choose-line.ts'
import { courtesies } from './all-courtesies.ts'
import type { Dice } from './dice.ts'
import { createFacts, fillText, type Facts } from './facts.ts'
import type { Language, Scenario, Topic, Turn, Who } from './scenario.ts'
import { agentHabits, createHabits, typeOut, type TypingHabits } from './typing-habits.ts'

/** One person's turn: bubbles sent one after another. {agent} is left open: it is filled in by whoever speaks. */
export type Step = { readonly who: Who; readonly bubbles: readonly string[] }

export type Script = {
  readonly topic: Topic
  readonly language: Language
  /** Visitor and agent in turns, the visitor first. */
  readonly steps: readonly Step[]
  readonly close: ChosenCloseReason
  /** What a colleague is told when the conversation goes to them; empty when it never does. */
  readonly note: string
  readonly facts: Facts
  readonly habits: TypingHabits
}

const BY_THE_WAY = 0.2
const ASIDE = 0.45
const ASKS_ANYTHING_ELSE = 0.22
const ONE_MOMENT = 0.12
const GREETS = 0.72
const THANKS = 0.86
const SAYS_FAREWELL = 0.82

/** Turns of one person that came to stand side by side become one. */
const joined = (steps: readonly Step[]): Step[] => {
  const result: Step[] = []
  for (const step of steps) {
    const last = result.at(-1)
    if (last?.who === step.who) result[result.length - 1] = { ...last, bubbles: [...last.bubbles, ...step.bubbles] }
    else result.push(step)
  }
  return result
}

const midTalk = (scenario: Scenario, threads: Threads, dice: Dice): readonly Turn[] => {
  const said = (who: Who, text: string): Turn => ({ who, says: [text] })
  const turns: Turn[] = [said('visitor', chooseLine(scenario.opens, threads, dice))]
  for (const turn of scenario.turns) {
    if ('who' in turn) turns.push(said(turn.who, chooseLine(turn.says, threads, dice)))
    else if (dice.chance(ASIDE)) {
      // Question and answer stand at the same place of their lists.
      const which = dice.whole(0, (turn.aside[0]?.says.length ?? 1) - 1)
      for (const { who, says } of turn.aside) turns.push(said(who, parseLine(says[which] ?? '').text))
    }
  }
  return turns
}

const ending = (language: Language, lastWho: Who, dice: Dice): readonly Turn[] => {
  const words = courtesies[language]
  const turns: Turn[] = []
  if (dice.chance(BY_THE_WAY)) {
    const [question, answer] = dice.pick(words.byTheWay)
    turns.push({ who: 'visitor', says: [question] }, { who: 'agent', says: [answer] })
  }
  if ((turns.at(-1)?.who ?? lastWho) === 'agent' && dice.chance(ASKS_ANYTHING_ELSE))
    turns.push({ who: 'agent', says: words.anythingElse }, { who: 'visitor', says: words.nothingElse })
  if (dice.chance(THANKS)) turns.push({ who: 'visitor', says: words.thanks })
  if (dice.chance(SAYS_FAREWELL)) turns.push({ who: 'agent', says: words.farewell })
  return turns
}

export type ScriptWish = {
  readonly speech: Speech
  /** On the shop's own calendar: dates in the talk are near it. */
  readonly localMs: number
  readonly habits?: TypingHabits
  /** Any when not given. */
  readonly topic?: Topic
}

/** Nobody greets twice. */
const startsWithGreeting = (text: string): boolean =>
  /^(您好|你好|在的|早上好|亲|hi\b|hello|hey\b|good morning)/iu.test(text)

type Voice = { readonly language: Language; readonly facts: Facts; readonly habits: TypingHabits }

const steps = (scenario: Scenario, { language, facts, habits }: Voice, threads: Threads, dice: Dice): Step[] => {
  const words = courtesies[language]
  const talk = midTalk(scenario, threads, dice)
  const isSpam = scenario.close === 'spam'
  const turns = isSpam ? talk : [...talk, ...ending(language, talk.at(-1)?.who ?? 'visitor', dice)]
  let agentTurns = 0
  const spoken = turns.map(({ who, says }, index): Step => {
    const text = fillText(dice.pick(says), facts)
    const bubbles = typeOut(text, who, language, who === 'visitor' ? habits : agentHabits, dice)
    const before: string[] = []
    if (index === 0 && habits.saysHello && !isSpam && !startsWithGreeting(text)) before.push(dice.pick(words.hello))
    if (who === 'agent') {
      agentTurns += 1
      if (agentTurns === 1 && !startsWithGreeting(text) && dice.chance(GREETS)) before.push(dice.pick(words.greet))
      else if (agentTurns > 1 && index < talk.length && dice.chance(ONE_MOMENT)) before.push(dice.pick(words.oneMoment))
    }
    return { who, bubbles: [...before, ...bubbles] }
  })
  return joined(spoken)
}

export const writeScript = ({ speech, localMs, habits: known, topic: wanted }: ScriptWish, dice: Dice): Script => {
  const language = languageOf(speech)
  const fitting = allScenarios[speech].filter((scenario) => wanted === undefined || scenario.topic === wanted)
  const scenario = dice.weighted(fitting)
  const facts = createFacts(language, localMs, dice)
  const habits = known ?? createHabits(language, dice)
  const { topic, close = 'resolved', notes = [] } = scenario
  const threads: Threads = new Set()
  const spoken = steps(scenario, { language, facts, habits }, threads, dice)
  return {
    topic,
    language,
    steps: spoken,
    close,
    note: notes.length > 0 ? fillText(chooseLine(notes, threads, dice), facts) : '',
    facts,
    habits,
  }
}

/** Somebody comes back to a matter that was closed: a few words more. */
export const writeFollowUp = (before: Script, dice: Dice): Script => {
  const { language, facts, habits } = before
  const words = courtesies[language]
  const say = (who: Who, list: readonly string[]): Step => ({
    who,
    bubbles: typeOut(fillText(dice.pick(list), facts), who, language, who === 'visitor' ? habits : agentHabits, dice),
  })
  const talk = [say('visitor', words.again), say('agent', words.againAnswer), say('visitor', words.againThanks)]
  if (dice.chance(SAYS_FAREWELL)) talk.push(say('agent', words.farewell))
  return { ...before, steps: talk, close: 'resolved', note: '' }
}
