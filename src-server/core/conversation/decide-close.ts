import { fail, type EpochMs, type Result } from '../../protocol/index.ts'
import type { CloseCommand } from '../../ports/command.ts'
import { append, authorOf, unchanged, type Decision } from './decision.ts'
import type { DecisionContext } from './decision-context.ts'
import { actingAgent, isSupervisor } from './permissions.ts'

/** By the owner, a supervisor or the server itself. Closing what is closed changes nothing. */
export const decideClose = (context: DecisionContext, command: CloseCommand, now: EpochMs): Result<Decision> => {
  const actor = actingAgent(context, command.actor)
  if (!actor.ok) return actor
  const state = context.conversation(command.conversation)
  if (!state) return fail('conversation_unknown')
  if (state.status === 'closed') return unchanged(now, { conversation: state.id })
  if (command.after !== undefined && state.lastMessage?.offset !== command.after)
    return unchanged(now, { conversation: state.id })
  if (actor.value && actor.value.id !== state.owner && !isSupervisor(actor.value)) return fail('not_owner')
  const author = authorOf(command.actor)
  return append([
    { conversation: state.id, draft: { author, kind: 'conversation.closed', body: { reason: command.reason } } },
  ])
}
