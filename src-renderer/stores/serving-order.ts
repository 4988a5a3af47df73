// The order in which those who wait are served, as the server's queue has it (D7.17) and as far as a client knows: after a reload it
// does not know who was put in front, and when a message left joined the queue it never knows.
import type { ConversationView } from '#client/client-state.ts'
import { NO_AGENT, type ConversationId } from '#protocol'

type Seen = Pick<ConversationView, 'summary' | 'entries' | 'place'>

export type Standing = {
  readonly id: ConversationId
  /** A message left outside hours, or in front of a full queue: nobody waits beside it. */
  readonly isLeft: boolean
  /** Taken from a colleague who could not answer. */
  readonly isFront: boolean
  /** More is sooner. */
  readonly priority: number
  readonly since: number
}

/** What brought it into the queue: a colleague lost it, put it back, or it has only just come. */
const entryIntoQueue = (entries: ConversationView['entries']): { readonly isFront: boolean; readonly at: number } => {
  for (const entry of entries.toReversed())
    switch (entry.kind) {
      case 'conversation.queued':
        if (entry.body.front) return { isFront: true, at: entry.at }
        break
      case 'conversation.assigned':
      case 'conversation.transferred':
      case 'conversation.opened':
      case 'conversation.reopened':
        return { isFront: false, at: entry.at }
      default:
    }
  return { isFront: false, at: 0 }
}

export const standingOf = ({ summary, entries, place }: Seen): Standing => {
  const { isFront, at } = entryIntoQueue(entries)
  return {
    id: summary.id,
    isLeft: place?.state === 'closed' || place?.state === 'full',
    isFront,
    priority: summary.placed?.priority ?? 0,
    since: summary.waitingSince || at || (summary.lastMessage?.at ?? summary.openedAt),
  }
}

const compare = (one: Standing, other: Standing): number =>
  Number(one.isLeft) - Number(other.isLeft) ||
  Number(other.isFront) - Number(one.isFront) ||
  other.priority - one.priority ||
  one.since - other.since ||
  one.id - other.id

export const inServingOrder = (views: Iterable<Seen>): readonly Standing[] =>
  Array.from(views, standingOf).toSorted(compare)

/** Of those that nobody has. */
export const nextInQueue = (views: Iterable<Seen>): ConversationId | undefined =>
  inServingOrder([...views].filter(({ summary }) => summary.status === 'open' && summary.owner === NO_AGENT))[0]?.id
