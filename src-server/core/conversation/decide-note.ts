// Notes: what colleagues write each other beside a conversation. A supervisor whispers with them.
import { fail, limits, ok, parseCid, parseMessageText, type AgentId, type Result } from '../../protocol/index.ts'
import type { NoteCommand } from '../../ports/command.ts'
import { duplicateOf } from './decide-send.ts'
import { append, authorOf, type Decision } from './decision.ts'
import type { DecisionContext } from './decision-context.ts'
import { actingAgent, assignableAgent } from './permissions.ts'

/** Each once. Somebody who left hears of nothing, and the author should know before they count on it. SPEC D2.9. */
const mentionsOf = (context: DecisionContext, { mentions }: NoteCommand): Result<readonly AgentId[]> => {
  const called = [...new Set(mentions ?? [])]
  if (called.length > limits.maxMentions) return fail('bad_request')
  for (const id of called) {
    const colleague = assignableAgent(context, id)
    if (!colleague.ok) return colleague
  }
  return ok(called)
}

/** By any colleague, in anybody's conversation, also in a closed one; it takes nothing from its owner. SPEC D2.4. */
export const decideNote = (context: DecisionContext, command: NoteCommand): Result<Decision> => {
  const cid = parseCid(command.cid)
  if (!cid.ok) return cid
  const text = parseMessageText(command.text, 0)
  if (!text.ok) return text
  const actor = actingAgent(context, command.actor)
  if (!actor.ok) return actor
  const before = context.sentBefore(command.actor, cid.value)
  if (before) {
    const isSame = before.as === 'note' && before.text === text.value && before.conversation === command.conversation
    return isSame ? ok(duplicateOf(before)) : fail('cid_reused')
  }
  const state = context.conversation(command.conversation)
  if (!state) return fail('conversation_unknown')
  const mentions = mentionsOf(context, command)
  if (!mentions.ok) return mentions
  const body = { cid: cid.value, text: text.value, ...(mentions.value.length > 0 && { mentions: mentions.value }) }
  return append([{ conversation: state.id, draft: { author: authorOf(command.actor), kind: 'note.added', body } }])
}
