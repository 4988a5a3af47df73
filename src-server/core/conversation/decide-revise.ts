// Edits and recalls: what somebody wrote reads differently from now on. The journal keeps both; whoever reads sees the newest.
import {
  fail,
  limits,
  NO_CONVERSATION,
  ok,
  parseCid,
  parseMessageText,
  type EpochMs,
  type Result,
} from '../../protocol/index.ts'
import type { ReviseCommand } from '../../ports/command.ts'
import { duplicateOf } from './decide-send.ts'
import { append, authorOf, type Decision } from './decision.ts'
import type { DecisionContext, SentBefore } from './decision-context.ts'
import { actingAgent } from './permissions.ts'

const isSameRevision = (before: SentBefore, message: SentBefore, text: string | null): boolean =>
  typeof before.as === 'object' &&
  'revised' in before.as &&
  before.as.revised === message.offset &&
  before.as.isRecall === (text === null) &&
  before.text === (text ?? '')

/**
 * By its author alone, within limits.reviseWithinMs of the server's own time for the message. Also in a conversation that was closed or
 * went to a colleague meanwhile: a slip of two minutes ago is still theirs. It opens, takes and answers nothing. SPEC D2.6-D2.8.
 */
export const decideRevise = (context: DecisionContext, command: ReviseCommand, now: EpochMs): Result<Decision> => {
  const cid = parseCid(command.cid)
  if (!cid.ok) return cid
  const { actor, conversation } = command
  // What a message of files says can be put right, not emptied: recalled, it takes its files along.
  const text = command.text === null ? ok(null) : parseMessageText(command.text, 0)
  if (!text.ok) return text
  if (actor.kind === 'agent' && !actingAgent(context, actor).ok) return fail('forbidden')
  // A cid belongs to its author: nobody can even name what somebody else wrote.
  const message = context.sentBefore(actor, command.message)
  const isThere = message !== undefined && (conversation === NO_CONVERSATION || message.conversation === conversation)
  const before = context.sentBefore(actor, cid.value)
  if (before)
    return isThere && isSameRevision(before, message, text.value) ? ok(duplicateOf(before)) : fail('cid_reused')
  if (!isThere || typeof message.as === 'object') return fail('message_unknown')
  if (message.isRecalled) return fail('message_recalled')
  if (now - message.at > limits.reviseWithinMs) return fail('revision_too_late')
  const isNote = message.as === 'note'
  const isLastAnswer =
    text.value === null &&
    !isNote &&
    actor.kind === 'agent' &&
    context.conversation(message.conversation)?.deskMessages === 1
  const revision = { cid: cid.value, message: message.offset, text: text.value, isNote }
  const body = { ...revision, ...(isLastAnswer && { isUnanswered: isLastAnswer }) }
  return append([
    { conversation: message.conversation, draft: { author: authorOf(actor), kind: 'message.revised', body } },
  ])
}
