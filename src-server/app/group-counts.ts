// How many conversations wait in each group.
import type { ConversationId, GroupId } from '../protocol/index.ts'

export type GroupCounts = {
  /** Where it waits; undefined: nowhere. */
  set(id: ConversationId, group: GroupId | undefined): void
  of(group: GroupId): number
}

export const createGroupCounts = (): GroupCounts => {
  const places = new Map<ConversationId, GroupId>()
  const counts = new Map<GroupId, number>()
  const add = (group: GroupId, by: 1 | -1): void => {
    const count = (counts.get(group) ?? 0) + by
    if (count > 0) counts.set(group, count)
    else counts.delete(group)
  }
  return {
    set(id, group) {
      const before = places.get(id)
      if (before === group) return
      if (before !== undefined) add(before, -1)
      if (group === undefined) places.delete(id)
      else {
        places.set(id, group)
        add(group, 1)
      }
    },
    of: (group) => counts.get(group) ?? 0,
  }
}
