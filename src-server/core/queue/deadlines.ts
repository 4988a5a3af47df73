// Who is to be looked at when: one time for each conversation, the earliest first. Reads no clock and sets no timer.
import type { ConversationId, EpochMs } from '../../protocol/index.ts'

export type Deadlines = {
  /** Replaces the one before; null takes it away. */
  set(id: ConversationId, at: EpochMs | null): void
  /** The earliest; undefined when nobody waits for anything. A timer for it SHOULD be cut to some minutes: clocks jump. */
  next(): EpochMs | undefined
  /** Takes the earliest that is due; it has no deadline then. */
  takeDue(now: EpochMs): ConversationId | undefined
}

type Due = { readonly id: ConversationId; readonly at: EpochMs }

const isSooner = (left: Due, right: Due): boolean => (left.at === right.at ? left.id < right.id : left.at < right.at)

/** A binary heap. What was replaced stays in it until it comes up, or until most of the heap is such. */
export const createDeadlines = (): Deadlines => {
  const wanted = new Map<ConversationId, Due>()
  let heap: Due[] = []

  const rise = (from: number): void => {
    let index = from
    const item = heap[index]
    while (item && index > 0) {
      const parent = (index - 1) >> 1
      const above = heap[parent]
      if (!above || !isSooner(item, above)) return
      heap[index] = above
      heap[parent] = item
      index = parent
    }
  }

  const sink = (): void => {
    let index = 0
    const item = heap[0]
    while (item) {
      let child = 2 * index + 1
      const right = heap[child + 1]
      const left = heap[child]
      if (left && right && isSooner(right, left)) child += 1
      const below = heap[child]
      if (!below || !isSooner(below, item)) return
      heap[index] = below
      heap[child] = item
      index = child
    }
  }

  const pop = (): void => {
    const last = heap.pop()
    if (last && heap.length > 0) {
      heap[0] = last
      sink()
    }
  }

  const first = (): Due | undefined => {
    while (heap[0] && wanted.get(heap[0].id) !== heap[0]) pop()
    return heap[0]
  }

  return {
    set(id, at) {
      if (wanted.get(id)?.at === (at ?? undefined)) return
      if (at === null) {
        wanted.delete(id)
        return
      }
      const due: Due = { id, at }
      wanted.set(id, due)
      // A sorted array is a heap.
      if (heap.length > 64 && heap.length > 2 * wanted.size)
        heap = [...wanted.values()].toSorted((left, right) => left.at - right.at || left.id - right.id)
      else {
        heap.push(due)
        rise(heap.length - 1)
      }
    },
    next: () => first()?.at,
    takeDue(now) {
      const due = first()
      if (!due || due.at > now) return undefined
      pop()
      wanted.delete(due.id)
      return due.id
    },
  }
}
