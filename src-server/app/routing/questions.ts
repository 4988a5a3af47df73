// Agents who ask a colleague to take a conversation over: it stays where it is until the colleague says yes. True only now; a restart
// forgets the question, never the conversation.
import {
  EVERYONE,
  fail,
  isRetryable,
  limits,
  NO_AGENT,
  ok,
  type AgentId,
  type ConversationId,
  type EpochMs,
  type Offer,
  type OfferEnd,
  type Result,
} from '../../protocol/index.ts'
import type { Desk } from '../../core/queue/desk.ts'
import { mayAskAbout, mayBeAsked, parseWord } from '../../core/queue/judge-question.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { CommittedEntry, Journal } from '../../ports/journal.ts'
import type { OpenOffers } from './open-offers.ts'

export type Question = {
  readonly asker: AgentId
  readonly conversation: ConversationId
  /** NO_AGENT takes an open question back. */
  readonly agent: AgentId
  readonly note: string
}

export type Questions = {
  /** Another question about the same conversation is taken back by it. */
  ask(question: Question): Result<undefined>
  /** Resolves when the transfer is durable, or was refused. `note`: why not. */
  answer(agent: AgentId, conversation: ConversationId, accept: boolean, note: string): Promise<Result<unknown>>
  /** After the desk. */
  apply(committed: CommittedEntry): void
  connected(agent: AgentId, isThere: boolean): void
  stop(): void
}

/** SPEC D7.26, D9.21. */
export const createQuestions = (parts: {
  readonly desk: Desk
  readonly journal: Pick<Journal, 'commit'>
  readonly clock: Clock
  readonly offers: OpenOffers
  readonly isConnected: (agent: AgentId) => boolean
}): Questions => {
  const { desk, journal, clock, offers, isConnected } = parts
  const timers = new Map<ConversationId, Cancel>()
  /** Accepted, and not durable yet. */
  const settling = new Set<ConversationId>()

  const questionOn = (conversation: ConversationId): Offer | undefined => {
    const offer = offers.of(conversation)
    return offer && offer.from !== NO_AGENT ? offer : undefined
  }

  const end = (conversation: ConversationId, why: OfferEnd, note?: string): void => {
    timers.get(conversation)?.()
    timers.delete(conversation)
    settling.delete(conversation)
    if (questionOn(conversation)) offers.end(conversation, why, note)
  }

  /** While a yes is on its way to the journal, the journal decides. */
  const timeOut = (conversation: ConversationId): void => {
    if (!settling.has(conversation)) end(conversation, 'timed_out')
  }

  const open = ({ asker, conversation, agent, note }: Question): void => {
    const until = (clock.now() + limits.transferOfferMs) as EpochMs
    const group = desk.conversation(conversation)?.place?.group ?? EVERYONE
    timers.set(
      conversation,
      clock.after(limits.transferOfferMs, () => timeOut(conversation)),
    )
    offers.open({ conversation, agent, group, until, why: null, from: asker, note })
  }

  const endAllOf = (agent: AgentId, why: OfferEnd): void => {
    for (const one of offers.all()) if (one.from !== NO_AGENT && one.agent === agent) end(one.conversation, why)
  }

  const accept = async ({ conversation, agent, from, note }: Offer): Promise<Result<unknown>> => {
    if (settling.has(conversation)) return fail('offer_over')
    settling.add(conversation)
    const actor = { kind: 'agent', id: from } as const
    const result = await journal.commit({ type: 'transfer', actor, conversation, agent, note })
    settling.delete(conversation)
    if (result.ok) return result
    // A storage in trouble may be asked again for as long as the question is open.
    if (!isRetryable(result.code) || clock.now() >= (questionOn(conversation)?.until ?? 0)) end(conversation, 'over')
    return result
  }

  return {
    ask(question) {
      const { asker, conversation, agent } = question
      const about = mayAskAbout(desk.agent(asker), desk.conversation(conversation))
      if (!about.ok) return about
      const pending = questionOn(conversation)
      if (settling.has(conversation)) return fail('offer_over')
      if (agent === NO_AGENT) {
        end(conversation, 'withdrawn')
        return ok(undefined)
      }
      const note = parseWord(question.note, limits.maxTransferNoteLength)
      if (!note.ok) return note
      const { owner } = about.value
      const target = mayBeAsked(desk.agent(agent), { owner, asker, isConnected: isConnected(agent) })
      if (!target.ok) return target
      // A retry asks nobody twice.
      if (pending?.agent === agent && pending.from === asker && pending.note === note.value) return ok(undefined)
      if (offers.askedOf(agent) >= limits.maxQuestionsPerAgent) return fail('too_many_in_flight')
      end(conversation, 'withdrawn')
      open({ ...question, note: note.value })
      return ok(undefined)
    },
    async answer(agent, conversation, isAccepted, note) {
      const question = questionOn(conversation)
      if (!question || question.agent !== agent) return fail('offer_over')
      if (isAccepted) return accept(question)
      const word = parseWord(note, limits.maxDeclineReasonLength)
      if (!word.ok) return word
      if (settling.has(conversation)) return fail('offer_over')
      end(conversation, 'declined', word.value)
      return ok(undefined)
    },
    apply({ entry, owner, previousOwner }) {
      const question = questionOn(entry.conversation)
      if (entry.kind === 'conversation.closed') end(entry.conversation, 'over')
      else if (question && owner !== previousOwner)
        end(entry.conversation, owner === question.agent ? 'accepted' : owner === NO_AGENT ? 'over' : 'taken')
      else if (entry.kind === 'agent.status' && entry.body.status === 'away') endAllOf(entry.body.agent, 'unable')
      else if (entry.kind === 'agent.changed' && !entry.body.agent.active) endAllOf(entry.body.agent.id, 'unable')
    },
    connected(agent, isThere) {
      if (!isThere) endAllOf(agent, 'unable')
    },
    stop() {
      for (const cancel of timers.values()) cancel()
      timers.clear()
    },
  }
}
