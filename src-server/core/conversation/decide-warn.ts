// The server's word before it closes a silent conversation: a message like any other, in the visitor's language.
import { fail, NO_AGENT, type Cid, type EntryDraft, type EpochMs, type Result } from '../../protocol/index.ts'
import type { WarnCommand } from '../../ports/command.ts'
import { append, authorOf, unchanged, type Decision } from './decision.ts'
import type { DecisionContext } from './decision-context.ts'
import { silenceWarning } from './silence-warning.ts'

/** Once for each silence, however often it is asked: after the warning, the agent's message is no longer the last. SPEC D7.27. */
export const decideWarn = (context: DecisionContext, command: WarnCommand, now: EpochMs): Result<Decision> => {
  const state = context.conversation(command.conversation)
  if (!state) return fail('conversation_unknown')
  const visitor = context.visitor(state.visitor)
  const isStillSilent = state.lastMessage?.offset === command.after && state.owner !== NO_AGENT
  if (state.status === 'closed' || !isStillSilent || !visitor) return unchanged(now, { conversation: state.id })
  const draft: EntryDraft = {
    author: authorOf(command.actor),
    kind: 'message.sent',
    body: {
      cid: `silence-${command.after}` as Cid,
      text: silenceWarning(visitor.locale, command.closeAfterMs),
      files: [],
    },
  }
  return append([{ conversation: state.id, draft }])
}
