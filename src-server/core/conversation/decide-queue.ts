// Into a group's queue: placed there by the server, or moved there by a person with a note for whoever takes it.
import {
  EVERYONE,
  fail,
  isWellFormedText,
  limits,
  NO_AGENT,
  ok,
  type EpochMs,
  type GroupId,
  type Result,
} from '../../protocol/index.ts'
import type { QueueCommand } from '../../ports/command.ts'
import type { ConversationState } from './conversation-state.ts'
import { append, authorOf, unchanged, type Decision } from './decision.ts'
import type { DecisionContext } from './decision-context.ts'
import { actingAgent, isSupervisor } from './permissions.ts'

/** The name of a group that is there. A deleted group's setting is null. */
const nameOf = (context: DecisionContext, group: GroupId): string | undefined => {
  if (group === EVERYONE) return ''
  const stored: unknown = JSON.parse(context.setting(`routing.group.${group}`) ?? 'null')
  if (typeof stored !== 'object' || stored === null) return undefined
  return 'name' in stored && typeof stored.name === 'string' ? stored.name : ''
}

const isThere = (state: ConversationState, { group, agents, priority, front }: QueueCommand): boolean =>
  !front &&
  state.owner === NO_AGENT &&
  state.place !== null &&
  state.place.group === group &&
  state.place.priority === priority &&
  state.place.agents.join() === agents.join()

const mayQueue = (context: DecisionContext, command: QueueCommand, state: ConversationState): Result<undefined> => {
  const actor = actingAgent(context, command.actor)
  if (!actor.ok) return actor
  const isTheirs = !actor.value || actor.value.id === state.owner || isSupervisor(actor.value)
  return isTheirs ? ok(undefined) : fail('not_owner')
}

/**
 * By the server, by the owner of the conversation, and by supervisors. `already_assigned` when somebody else has it by now;
 * `group_unknown` when the group was deleted meanwhile. What the visitor's waiting has earned stays theirs. SPEC D7.8.
 */
export const decideQueue = (context: DecisionContext, command: QueueCommand, now: EpochMs): Result<Decision> => {
  if (!isWellFormedText(command.note)) return fail('text_malformed')
  const note = command.note.trim()
  if (note.length > limits.maxTransferNoteLength) return fail('message_too_long')
  const state = context.conversation(command.conversation)
  if (!state) return fail('conversation_unknown')
  if (state.status === 'closed') return fail('conversation_closed')
  const allowed = mayQueue(context, command, state)
  if (!allowed.ok) return allowed
  if (state.owner !== command.expectedOwner) return fail('already_assigned')
  const { group, agents, priority, reason, front } = command
  const groupName = nameOf(context, group)
  if (groupName === undefined) return fail('group_unknown')
  if (isThere(state, command)) return unchanged(now, { conversation: state.id })
  const body = { group, groupName, agents, priority, reason, note, front }
  return append([
    { conversation: state.id, draft: { author: authorOf(command.actor), kind: 'conversation.queued', body } },
  ])
}
