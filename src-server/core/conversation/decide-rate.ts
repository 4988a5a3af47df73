// Ratings: what visitors think of a conversation that was closed. SPEC D2.10.
import {
  EVERYONE,
  fail,
  isWellFormedText,
  limits,
  ok,
  parseCid,
  type EpochMs,
  type Result,
} from '../../protocol/index.ts'
import type { RateCommand } from '../../ports/command.ts'
import { duplicateOf } from './decide-send.ts'
import { append, authorOf, type Decision } from './decision.ts'
import type { DecisionContext, SentBefore } from './decision-context.ts'

const isScore = (score: number): boolean => Number.isInteger(score) && score >= 1 && score <= limits.maxScore

const isRating = ({ as }: SentBefore, score: number): boolean =>
  typeof as === 'object' && 'score' in as && as.score === score

/** By its visitor, while it is closed and not for long; a few times, and the last word counts. */
export const decideRate = (context: DecisionContext, command: RateCommand, now: EpochMs): Result<Decision> => {
  const { actor, score } = command
  const cid = parseCid(command.cid)
  if (!cid.ok) return cid
  if (!isScore(score)) return fail('bad_request')
  if (!isWellFormedText(command.comment)) return fail('text_malformed')
  const comment = command.comment.trim()
  if (comment.length > limits.maxRatingCommentLength) return fail('rating_comment_too_long')
  const before = context.sentBefore(actor, cid.value)
  if (before) {
    const isSame = isRating(before, score) && before.text === comment && before.conversation === command.conversation
    return isSame ? ok(duplicateOf(before)) : fail('cid_reused')
  }
  const state = context.conversation(command.conversation)
  // Whether there is such a conversation of somebody else's is not said.
  if (state?.visitor !== actor.id) return fail('conversation_unknown')
  if (state.status === 'open') return fail('rating_not_closed')
  if (now - state.closedAt > limits.rateWithinMs) return fail('rating_late')
  if (context.timesRated(state.id, state.closedAt) >= limits.maxRatingsOfAClosing) return fail('rating_final')
  const { closedAt, owner: agent, place } = state
  const body = { cid: cid.value, score, comment, closedAt, agent, group: place?.group ?? EVERYONE }
  return append([{ conversation: state.id, draft: { author: authorOf(actor), kind: 'conversation.rated', body } }])
}
