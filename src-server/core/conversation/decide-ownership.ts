// Who has a conversation: assigning, transferring and putting it back. At most one owner at any time (D7).
import {
  fail,
  isWellFormedText,
  limits,
  NO_AGENT,
  type AgentProfile,
  type EntryDraft,
  type EpochMs,
  type Result,
} from '../../protocol/index.ts'
import type { AssignCommand, TransferCommand } from '../../ports/command.ts'
import { append, authorOf, unchanged, type Decision } from './decision.ts'
import type { ConversationState } from './conversation-state.ts'
import type { DecisionContext } from './decision-context.ts'
import { actingAgent, assignableAgent, isSupervisor } from './permissions.ts'

/** Agents give away what is theirs and take what is nobody's; supervisors move anything. */
const mayAssign = (
  agent: AgentProfile,
  state: ConversationState,
  command: AssignCommand,
): Result<undefined> | undefined => {
  if (isSupervisor(agent) || state.owner === agent.id) return undefined
  if (state.owner !== NO_AGENT) return fail('not_owner')
  return command.agent === agent.id ? undefined : fail('forbidden')
}

/**
 * `already_assigned` when the owner is no longer the expected one: of two who take at the same moment one wins (D7).
 * Asking for what already is changes nothing, so that a retry is harmless.
 */
export const decideAssign = (context: DecisionContext, command: AssignCommand, now: EpochMs): Result<Decision> => {
  const actor = actingAgent(context, command.actor)
  if (!actor.ok) return actor
  const state = context.conversation(command.conversation)
  if (!state) return fail('conversation_unknown')
  if (state.status === 'closed') return fail('conversation_closed')
  if (state.owner === command.agent) return unchanged(now, { conversation: state.id })
  if (state.owner !== command.expectedOwner) return fail('already_assigned')
  const refused = actor.value && mayAssign(actor.value, state, command)
  if (refused && !refused.ok) return refused

  let agentName = ''
  if (command.agent !== NO_AGENT) {
    const agent = assignableAgent(context, command.agent)
    if (!agent.ok) return agent
    // The dispatcher chose from what it knew a moment ago; people may give work to a colleague who is busy.
    if (!actor.value && agent.value.status !== 'online') return fail('agent_unavailable')
    agentName = agent.value.name
  }
  const draft: EntryDraft = {
    author: authorOf(command.actor),
    kind: 'conversation.assigned',
    body: { agent: command.agent, agentName, previous: state.owner, reason: command.reason },
  }
  return append([{ conversation: state.id, draft }])
}

/** Handing over with a note for the colleague. By the owner, or by a supervisor. */
export const decideTransfer = (context: DecisionContext, command: TransferCommand, now: EpochMs): Result<Decision> => {
  if (!isWellFormedText(command.note)) return fail('text_malformed')
  const note = command.note.trim()
  if (note.length > limits.maxTransferNoteLength) return fail('message_too_long')
  const actor = actingAgent(context, command.actor)
  if (!actor.ok) return actor
  const state = context.conversation(command.conversation)
  if (!state) return fail('conversation_unknown')
  if (state.status === 'closed') return fail('conversation_closed')
  if (actor.value && actor.value.id !== state.owner && !isSupervisor(actor.value)) return fail('not_owner')
  const target = assignableAgent(context, command.agent)
  if (!target.ok) return target
  if (target.value.id === state.owner) return unchanged(now, { conversation: state.id })
  const draft: EntryDraft = {
    author: authorOf(command.actor),
    kind: 'conversation.transferred',
    body: { from: state.owner, to: target.value.id, toName: target.value.name, note },
  }
  return append([{ conversation: state.id, draft }])
}
