// What an answer should wait for a moment for: a colleague who is writing one, or has given one since mine was begun. Not a wall:
// the person decides. Pure; the server has the last word about the second (SPEC D5.2).
import type { ConversationView } from '#client/client-state.ts'
import type { AgentId, Author, EntryOf, Offset, Seq } from '#protocol'

export type SoftLock =
  | { readonly kind: 'answered'; readonly agent: AgentId; readonly offset: Offset }
  | { readonly kind: 'writing'; readonly agent: AgentId; readonly others: number }

type Looked = Pick<ConversationView, 'entries' | 'typing'>

const isColleague = (author: Author, me: AgentId): boolean => author.kind === 'agent' && author.id !== me

/** A colleague's newest message after what was seen. */
export function answerSince(
  { entries }: Pick<Looked, 'entries'>,
  me: AgentId,
  seen: Seq,
): EntryOf<'message.sent'> | undefined {
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index]
    if (!entry || entry.seq <= seen) return undefined
    if (entry.kind === 'message.sent' && isColleague(entry.author, me)) return entry
  }
  return undefined
}

/** `seen`: the newest entry when the answer was begun; 0 when that is not known. */
export function softLockOf(view: Looked, me: AgentId, seen: Seq | 0): SoftLock | undefined {
  const answer = seen === 0 ? undefined : answerSince(view, me, seen)
  if (answer) return { kind: 'answered', agent: answer.author.id as AgentId, offset: answer.offset }
  const writers = view.typing.filter((author) => isColleague(author, me))
  const [first] = writers
  return first && { kind: 'writing', agent: first.id as AgentId, others: writers.length - 1 }
}
