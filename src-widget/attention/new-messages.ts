// Notices messages that arrive while the widget runs; what was there at the start is history, not news.
import { NO_OFFSET, type EntryOf, type Offset } from '#protocol'

export const createNewsWatch = () => {
  let newest: Offset | undefined
  /** @returns how many unread messages came since the last call; 0 at the first call that is `ready`. */
  return (ready: boolean, unread: readonly EntryOf<'message.sent'>[]): number => {
    if (!ready) return 0
    const before = newest
    newest = Math.max(before ?? NO_OFFSET, unread.at(-1)?.offset ?? NO_OFFSET) as Offset
    return before === undefined ? 0 : unread.filter((entry) => entry.offset > before).length
  }
}
