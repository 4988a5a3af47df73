// Who has visited the shop so far: newcomers, and those who come again.
import type { EpochMs, VisitorId } from '../../protocol/index.ts'
import { languageOf, type Speech } from '../talk/all-scenarios.ts'
import type { Dice } from '../talk/dice.ts'
import type { Topic } from '../talk/scenario.ts'
import { createHabits, type TypingHabits } from '../talk/typing-habits.ts'
import { newVisitorProfile, pageFor } from '../visitor-profile.ts'
import type { HistoryWriter } from './history-writer.ts'

export type CastMember = {
  readonly id: VisitorId
  readonly speech: Speech
  readonly habits: TypingHabits
  /** In a conversation that is not over: does not begin another one. */
  isBusy: boolean
}

export type Cast = {
  newcomer(speech: Speech, topic: Topic): CastMember
  /** Somebody known who is free; mostly of those who came lately. */
  regular(): CastMember | undefined
  /** Known, and on another page than last time. */
  turnsUpAgain(member: CastMember, topic: Topic, at: EpochMs): void
  readonly size: number
}

/** Regulars are looked for among this many who came last; few come back after years. */
const MEMORY = 900
const TRIES = 8

export const createCast = (writer: Pick<HistoryWriter, 'createVisitor' | 'moveVisitor'>, dice: Dice): Cast => {
  const members: CastMember[] = []
  return {
    newcomer(speech, topic) {
      const id = writer.createVisitor(newVisitorProfile(speech, topic, dice))
      const member: CastMember = { id, speech, habits: createHabits(languageOf(speech), dice), isBusy: false }
      members.push(member)
      return member
    },
    regular() {
      for (let tried = 0; tried < TRIES && members.length > 0; tried += 1) {
        const known = members[dice.whole(Math.max(0, members.length - MEMORY), members.length - 1)]
        if (known && !known.isBusy) return known
      }
      return undefined
    },
    turnsUpAgain: (member, topic, at) =>
      writer.moveVisitor(member.id, pageFor(topic, languageOf(member.speech), dice), at),
    get size() {
      return members.length
    },
  }
}
