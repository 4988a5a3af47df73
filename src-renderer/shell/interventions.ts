// What colleagues did in a conversation of mine: took it over, gave it away, whispered; and where they called me, in anybody's. Pure over the client's states; what was
// there when the desk opened is nobody's news.
import type { ClientState, ConversationView } from '#client/client-state.ts'
import {
  NO_AGENT,
  type AgentId,
  type ConversationId,
  type ConversationSummary,
  type Entry,
  type EntryOf,
  type Offset,
} from '#protocol'

export type Intervention = {
  readonly kind: 'lost' | 'given' | 'putBack' | 'whispered' | 'mentioned'
  readonly summary: ConversationSummary
  readonly by: AgentId
  /** Who has it now. */
  readonly to: AgentId
  /** Why, or what was whispered. */
  readonly text: string
}

export type InterventionWatch = (state: ClientState) => readonly Intervention[]

type Known = { readonly view: ConversationView; readonly isMine: boolean; readonly upTo: Offset }

const isByColleague = ({ author }: Entry, me: AgentId): boolean => author.kind === 'agent' && author.id !== me

const callsMe = (entry: Entry, me: AgentId): entry is EntryOf<'note.added'> =>
  entry.kind === 'note.added' && entry.body.mentions?.includes(me) === true

const mentioned = ({ author, body }: EntryOf<'note.added'>, summary: ConversationSummary): Intervention => {
  return { kind: 'mentioned', summary, by: author.id as AgentId, to: summary.owner, text: body.text }
}

const whatWas = (entry: Entry, summary: ConversationSummary): Intervention | undefined => {
  const by = entry.author.id as AgentId // of a colleague, as its kind said
  switch (entry.kind) {
    case 'note.added':
      return { kind: 'whispered', summary, by, to: summary.owner, text: entry.body.text }
    case 'conversation.transferred': {
      const { to, note } = entry.body
      return { kind: to === by ? 'lost' : 'given', summary, by, to, text: note }
    }
    case 'conversation.assigned': {
      const { agent } = entry.body
      const kind = agent === NO_AGENT ? 'putBack' : agent === by ? 'lost' : 'given'
      return { kind, summary, by, to: agent, text: '' }
    }
    case 'conversation.queued':
      return { kind: 'putBack', summary, by, to: NO_AGENT, text: entry.body.note }
    default:
      return undefined
  }
}

export function watchInterventions(me: AgentId): InterventionWatch {
  let known: ReadonlyMap<ConversationId, Known> | undefined
  return (state) => {
    if (!state.ready) return []
    const found: Intervention[] = []
    const next = new Map<ConversationId, Known>()
    for (const [id, view] of state.conversations) {
      const before = known?.get(id)
      if (before?.view === view) {
        next.set(id, before)
        continue
      }
      const { summary, entries } = view
      next.set(id, { view, isMine: summary.owner === me, upTo: summary.lastOffset })
      if (!before) continue
      for (const entry of entries) {
        if (entry.offset <= before.upTo || !isByColleague(entry, me)) continue
        const what = callsMe(entry, me)
          ? mentioned(entry, summary)
          : before.isMine
            ? whatWas(entry, summary)
            : undefined
        if (what && what.to !== me) found.push(what)
        else if (what?.kind === 'whispered' || what?.kind === 'mentioned') found.push(what)
      }
    }
    known = next
    return found
  }
}
