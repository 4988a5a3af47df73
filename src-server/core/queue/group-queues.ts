// Who waits for which groups, in the order in which they are served. Knows no agents and no times but those it is given.
import type { ConversationId, EpochMs, GroupId } from '../../protocol/index.ts'

export type Standing = {
  readonly id: ConversationId
  /** The groups that may answer: home first, then those it overflowed to. Never empty. */
  readonly groups: readonly GroupId[]
  /** More is sooner. */
  readonly priority: number
  /** Taken from an agent through no fault of the visitor: before everybody who has no such claim. */
  readonly isFront: boolean
  /** Since when the visitor has waited for this answer. It goes along wherever the conversation goes, so it keeps its place. */
  readonly queuedAt: EpochMs
  readonly cameAt: EpochMs
}

export type GroupQueues<One extends Standing = Standing> = {
  /** Someone who is in already moves to the new place. */
  add(place: One): void
  remove(id: ConversationId): boolean
  place(id: ConversationId): One | undefined
  /** 1 is next; 0 for who does not wait for this group. Visitors are told the one in their home group. */
  positionIn(group: GroupId, id: ConversationId): number
  /** Everyone this group may answer, guests from other groups included. */
  lengthOf(group: GroupId): number
  /** Everyone once, in order of service, who waits for at least one group that `isOfUse`. The queues MUST NOT change meanwhile. */
  inOrder(isOfUse: (group: GroupId) => boolean): Iterable<One>
  /** All who wait; nobody counts twice. */
  readonly length: number
}

/** SPEC D7.17: the front, then priority, then who has waited longest, then who came first, then the earlier conversation. A total order. */
const isBefore = (left: Standing, right: Standing): boolean => {
  if (left.isFront !== right.isFront) return left.isFront
  if (left.priority !== right.priority) return left.priority > right.priority
  if (left.queuedAt !== right.queuedAt) return left.queuedAt < right.queuedAt
  return left.cameAt === right.cameAt ? left.id < right.id : left.cameAt < right.cameAt
}

/** Index of the first in `sorted` that does not come before `wanted`: where it stands, or would be put in. By halving. */
const indexOf = (sorted: readonly Standing[], wanted: Standing): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const there = sorted[middle]
    if (there !== undefined && isBefore(there, wanted)) low = middle + 1
    else high = middle
  }
  return low
}

/** Mirrors the journal, so it refuses nobody; `admissionTo` is the door. */
export const createGroupQueues = <One extends Standing = Standing>(): GroupQueues<One> => {
  const queues = new Map<GroupId, One[]>()
  const places = new Map<ConversationId, One>()

  const remove = (id: ConversationId): boolean => {
    const place = places.get(id)
    if (!place) return false
    places.delete(id)
    for (const group of place.groups) {
      const sorted = queues.get(group)
      sorted?.splice(indexOf(sorted, place), 1)
      if (sorted?.length === 0) queues.delete(group)
    }
    return true
  }

  const add = (place: One): void => {
    remove(place.id)
    places.set(place.id, place)
    for (const group of place.groups) {
      const sorted = queues.get(group)
      if (sorted) sorted.splice(indexOf(sorted, place), 0, place)
      else queues.set(group, [place])
    }
  }

  /** Merges the queues: a few heads to compare beat a second order to keep. */
  function* inOrder(isOfUse: (group: GroupId) => boolean): Generator<One, undefined> {
    const rows: { readonly sorted: readonly One[]; next: number }[] = []
    for (const [group, sorted] of queues) if (isOfUse(group)) rows.push({ sorted, next: 0 })
    let last: One | undefined
    for (;;) {
      let best: One | undefined
      let from: (typeof rows)[number] | undefined
      for (const row of rows) {
        const head = row.sorted[row.next]
        if (!head || (best && !isBefore(head, best))) continue
        best = head
        from = row
      }
      if (!best || !from) return undefined
      from.next += 1
      // Whoever waits for two groups stands in both rows, at the same place in the order.
      if (best !== last) yield best
      last = best
    }
  }

  return {
    add,
    remove,
    place: (id) => places.get(id),
    positionIn(group, id) {
      const place = places.get(id)
      const sorted = queues.get(group)
      return place?.groups.includes(group) && sorted ? indexOf(sorted, place) + 1 : 0
    },
    lengthOf: (group) => queues.get(group)?.length ?? 0,
    inOrder,
    get length() {
      return places.size
    },
  }
}
