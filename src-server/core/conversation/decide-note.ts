// Notes: what colleagues write each other beside a conversation. A supervisor whispers with them.
import { fail, ok, parseCid, parseMessageText, type Result } from '../../protocol/index.ts'
import type { NoteCommand } from '../../ports/command.ts'
import { duplicateOf } from './decide-send.ts'
import { append, authorOf, type Decision } from './decision.ts'
import type { DecisionContext } from './decision-context.ts'
import { actingAgent } from './permissions.ts'

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
  const body = { cid: cid.value, text: text.value }
  return append([{ conversation: state.id, draft: { author: authorOf(command.actor), kind: 'note.added', body } }])
}
