// Nothing moves under the hand: while a pointer or the keyboard is in the list, rows keep their places, what left stays as a
// ghost and what came waits at the edge.
import type { ConversationId } from '#protocol'

export type ShownOrder = {
  /** What the list draws, top to bottom. */
  readonly ids: readonly ConversationId[]
  /** Came since the order was frozen; drawn when it thaws. */
  readonly fresh: readonly ConversationId[]
  /** In `ids`, and no longer in the view. */
  readonly gone: ReadonlySet<ConversationId>
}

const nothing: ReadonlySet<ConversationId> = new Set()
export const emptyOrder: ShownOrder = { ids: [], fresh: [], gone: nothing }

/** `live`: the order as it would be now. @returns `before` itself when nothing changed for the eye. */
export function nextOrder(before: ShownOrder, live: readonly ConversationId[], isFrozen: boolean): ShownOrder {
  if (!isFrozen || before.ids.length === 0) {
    const isSame = before.fresh.length === 0 && before.gone.size === 0 && sameIds(before.ids, live)
    return isSame ? before : { ids: live, fresh: [], gone: nothing }
  }
  const alive = new Set(live)
  const placed = new Set(before.ids)
  const fresh = live.filter((id) => !placed.has(id))
  const gone = new Set(before.ids.filter((id) => !alive.has(id)))
  const isSame =
    sameIds(fresh, before.fresh) && gone.size === before.gone.size && [...gone].every((id) => before.gone.has(id))
  return isSame ? before : { ids: before.ids, fresh, gone }
}

const sameIds = (one: readonly ConversationId[], other: readonly ConversationId[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index])
