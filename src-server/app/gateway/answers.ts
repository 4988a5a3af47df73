// What agents say about offers, brought to whoever made them: the caretaker, or a colleague's question.
import { fail, NO_AGENT, type AgentId, type ClientFrameOf, type Result } from '../../protocol/index.ts'
import type { Absentees } from '../routing/absentees.ts'
import type { Caretaker } from '../routing/caretaker.ts'
import type { OpenOffers } from '../routing/open-offers.ts'
import type { Questions } from '../routing/questions.ts'

export type OfferFrame = ClientFrameOf<'ask'> | ClientFrameOf<'answer'>
/** Late, double and forged ones are `offer_over` and change nothing. */
export type Answers = (agent: AgentId, frame: OfferFrame) => Promise<Result<unknown>>

/** SPEC D7.25, D7.26. */
export const createAnswers =
  (parts: {
    readonly offers: Pick<OpenOffers, 'of' | 'deny'>
    readonly caretaker: Pick<Caretaker, 'answer'>
    readonly questions: Pick<Questions, 'ask' | 'answer'>
    readonly absentees: Pick<Absentees, 'alive'>
  }): Answers =>
  async (agent, frame) => {
    const { offers, caretaker, questions, absentees } = parts
    absentees.alive(agent)
    const { conversation } = frame
    if (frame.type === 'ask') return questions.ask({ asker: agent, conversation, agent: frame.agent, note: frame.note })
    const offer = offers.of(conversation)
    if (!offer || offer.agent !== agent) {
      offers.deny(conversation, agent)
      return fail('offer_over')
    }
    return offer.from === NO_AGENT
      ? caretaker.answer(agent, conversation, frame.accept)
      : questions.answer(agent, conversation, frame.accept, frame.note)
  }
