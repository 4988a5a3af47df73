// Conversations without an owner, in the order in which they will be served.
import type { ConversationId, EpochMs } from '../../protocol/index.ts'
import { placeInOrder } from './place-in-order.ts'

export type Waiting = {
  readonly id: ConversationId
  /** 0 stands in front of everybody. */
  readonly queuedAt: EpochMs
  /** More is sooner. */
  readonly priority: number
}

export type WaitingQueue = Iterable<ConversationId> & {
  /** Someone who is in already moves to the new place. */
  add(waiting: Waiting): void
  remove(id: ConversationId): boolean
  has(id: ConversationId): boolean
  /** Since when it stands where it stands; undefined when it is not in. */
  placeOf(id: ConversationId): EpochMs | undefined
  readonly length: number
}

/** SPEC D7.17: in front, then what is more urgent, then who waits longest. */
const isBefore = (left: Waiting, right: Waiting): boolean => {
  if (left.queuedAt > 0 && right.queuedAt > 0 && left.priority !== right.priority) return left.priority > right.priority
  return left.queuedAt === right.queuedAt ? left.id < right.id : left.queuedAt < right.queuedAt
}

/**
 * Mirrors the journal, so it refuses nobody; the door where limits.maxQueueLength turns visitors away is the decision
 * to open a conversation.
 */
export const createWaitingQueue = (): WaitingQueue => {
  const sorted: Waiting[] = []
  const places = new Map<ConversationId, Waiting>()

  const indexOf = (wanted: Waiting): number => placeInOrder(sorted, wanted, isBefore)

  const remove = (id: ConversationId): boolean => {
    const waiting = places.get(id)
    if (!waiting) return false
    places.delete(id)
    sorted.splice(indexOf(waiting), 1)
    return true
  }

  return {
    add(waiting) {
      remove(waiting.id)
      places.set(waiting.id, waiting)
      sorted.splice(indexOf(waiting), 0, waiting)
    },
    remove,
    has: (id) => places.has(id),
    placeOf: (id) => places.get(id)?.queuedAt,
    get length() {
      return sorted.length
    },
    *[Symbol.iterator]() {
      for (const { id } of sorted) yield id
    },
  }
}
